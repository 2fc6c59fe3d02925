using IoTHubDisconnect.Catalogue;
using IoTHubDisconnect.Logs;

namespace IoTHubDisconnect.Events;

/// <summary>Takes the rows of one reading thread into the store.</summary>
/// <param name="store">Where they go.</param>
/// <param name="draft">Takes them first, until <see cref="Commit"/> says that they count.</param>
internal sealed class EventRecorder(EventStore store, EventDraft? draft = null) : ILogRecordSink
{
    private readonly EventStore.Writer _writer = store.CreateWriter();
    private byte[] _lastResourceId = [];
    private int _lastHub = -1;
    private int[] _likelyContexts = new int[1024];

    /// <summary>The oldest row, in UTC ticks.</summary>
    public long First { get; private set; } = long.MaxValue;

    /// <summary>The newest row, in UTC ticks.</summary>
    public long Last { get; private set; } = long.MinValue;

    public void Add(scoped in LogRecord record)
    {
        if (!TryKind(record, out var kind, out var code)) return;
        var device = store.Devices.Add(HubOf(record.ResourceId), record.DeviceId, record.ModuleId);
        if (record.Ticks < First) First = record.Ticks;
        if (record.Ticks > Last) Last = record.Ticks;
        ref var likely = ref LikelyContext(device, kind);
        likely = store.Contexts.Add(record, likely - 1) + 1;
        var row = new ConnectionEvent(record.Ticks, device, likely - 1, kind, code);
        if (draft is null) _writer.Add(row);
        else draft.Add(row);
    }

    /// <summary>Lets the rows count that came since the last time, or since they were <see cref="Discard"/>ed.</summary>
    public void Commit() => draft?.Commit(_writer);

    public void Discard() => draft?.Discard();

    public void Complete() => _writer.Flush();

    /// <summary>The context that the device's last such row had, plus one.</summary>
    private ref int LikelyContext(int device, EventKind kind)
    {
        var index = device * 2 + (kind == EventKind.Disconnected ? 1 : 0);
        if (index >= _likelyContexts.Length) Array.Resize(ref _likelyContexts, Math.Max(index + 1, _likelyContexts.Length * 2));
        return ref _likelyContexts[index];
    }

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

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name) =>
        text.SequenceEqual(name) || System.Text.Ascii.EqualsIgnoreCase(text, name);

    private int HubOf(ReadOnlySpan<byte> resourceId)
    {
        if (_lastHub >= 0 && resourceId.SequenceEqual(_lastResourceId)) return _lastHub;
        _lastResourceId = resourceId.ToArray();
        return _lastHub = store.Hubs.Add(resourceId);
    }
}
