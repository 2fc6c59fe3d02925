namespace IoTHubDisconnect.Reading.Rows;

/// <summary>What became of a row.</summary>
internal enum RowOutcome
{
    /// <summary>The sink has it.</summary>
    HandedOn,

    /// <summary>It is of another category.</summary>
    PassedOver,

    /// <summary>It was no good, and was reported.</summary>
    Broken,
}
