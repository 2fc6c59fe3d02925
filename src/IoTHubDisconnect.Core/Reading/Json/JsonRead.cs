namespace IoTHubDisconnect.Reading.Json;

/// <summary>What a JSON object turned out to be.</summary>
internal enum JsonRead
{
    /// <summary>A whole object that is no container: a row, or something foreign.</summary>
    Row,

    /// <summary>The beginning of an object up to the array that holds its records, envelopes or tables.</summary>
    Elements,

    /// <summary>The beginning of an envelope up to the one record or envelope in it.</summary>
    Body,

    /// <summary>The beginning of a table up to the array that holds its rows.</summary>
    TableRows,

    /// <summary>More bytes are needed to tell.</summary>
    Incomplete,

    /// <summary>Longer than a row may be.</summary>
    TooLong,

    /// <summary>No JSON.</summary>
    Broken,
}
