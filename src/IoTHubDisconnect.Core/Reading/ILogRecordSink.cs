namespace IoTHubDisconnect.Reading;

/// <summary>Takes the rows of a log. Each reading thread has a sink of its own.</summary>
internal interface ILogRecordSink
{
    void Add(scoped in LogRecord record);
}
