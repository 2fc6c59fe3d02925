namespace IoTHubDisconnect.Causes;

/// <summary>What became of a device after a disconnect.</summary>
internal enum Outcome : byte
{
    /// <summary>It was back in the time that is usual for it and for the cause, or is not known to be late.</summary>
    InTime,

    /// <summary>It was back later than that.</summary>
    Late,

    /// <summary>It was not back at the end of the log, and is overdue.</summary>
    Away,
}
