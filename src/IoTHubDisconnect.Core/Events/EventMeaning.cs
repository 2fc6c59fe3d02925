using System.Text;
using IoTHubDisconnect.Catalogue;
using IoTHubDisconnect.Logs;

namespace IoTHubDisconnect.Events;

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

    public static EventMeaning Of(scoped in LogRecord record, EventStore store) =>
        TryKind(record, out var kind, out var code)
            ? new EventMeaning(true, kind, code, store.Hubs.Add(record.ResourceId), store.Contexts.AddChannel(record.Protocol, record.AuthType))
            : default;

    private static bool TryKind(scoped in LogRecord record, out EventKind kind, out int code)
    {
        code = record.ResultType.IsEmpty || record.ResultType.SequenceEqual("0"u8)
            ? ConnectionEvent.NoCode
            : ErrorCodes.CodeOf(record.ResultType) ?? ErrorCodes.CodeOf(record.ResultDescription) ?? ConnectionEvent.UnnumberedCode;
        var failed = code != ConnectionEvent.NoCode || record.Level.SequenceEqual("Error"u8);
        if (failed && code == ConnectionEvent.NoCode) code = ErrorCodes.CodeOf(record.ResultDescription) ?? ConnectionEvent.UnnumberedCode;
        kind = failed ? EventKind.ConnectFailed : EventKind.Connected;
        if (Is(record.OperationName, "deviceConnect"u8)) return true;
        kind = EventKind.Disconnected;
        return Is(record.OperationName, "deviceDisconnect"u8);
    }

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name) => text.SequenceEqual(name) || Ascii.EqualsIgnoreCase(text, name);
}
