namespace IoTHubDisconnect.Reading.Input;

/// <summary>How a log's text is laid out.</summary>
internal enum LogFormat
{
    /// <summary>None that is known.</summary>
    Unknown,

    /// <summary>JSON in which every line begins a row or envelope of its own.</summary>
    JsonLines,

    /// <summary>JSON laid out in any other way.</summary>
    Json,

    /// <summary>Comma-separated values with a header.</summary>
    Csv,
}
