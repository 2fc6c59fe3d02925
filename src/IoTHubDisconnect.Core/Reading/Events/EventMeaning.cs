using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Reading.Events;

/// <summary>What a row tells apart from when, who and from where: the same for all rows of a shape.</summary>
internal readonly struct EventMeaning
{
    private EventMeaning(bool isConnection, EventKind kind, int code, int hub, int channel) =>
        (IsConnection, Kind, Code, Hub, Channel) = (isConnection, kind, code, hub, channel);

    /// <summary>The row tells of a connection made, refused or ended.</summary>
    public bool IsConnection { get; }

    public EventKind Kind { get; }

    public int Code { get; }

    /// <summary>A number of <see cref="HubTable"/>.</summary>
    public int Hub { get; }

    /// <summary>The number that <see cref="ContextTable.AddChannel"/> gave.</summary>
    public int Channel { get; }

    public static EventMeaning Of(scoped in LogRecord record, EventStore store)
    {
        if (!TryKind(record, store.Contexts.Errors, out var kind, out var code))
            return default;
        store.NoteOutcome(record);
        return new EventMeaning(
            true,
            kind,
            code,
            store.Hubs.Add(record.ResourceId),
            store.Contexts.AddChannel(record.Protocol, record.AuthType)
        );
    }

    private static bool TryKind(scoped in LogRecord record, ErrorTexts texts, out EventKind kind, out int code)
    {
        (kind, code) = (default, default);
        if (ConnectionOperation.KindOf(record.OperationName) is not { } operation)
            return false;
        code = RowCode.Of(record, texts);
        var failed =
            operation == EventKind.Connected && code is not (ConnectionEvent.NoCode or ConnectionEvent.UntoldCode);
        kind = failed ? EventKind.ConnectFailed : operation;
        return true;
    }
}
