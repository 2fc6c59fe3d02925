using System.Runtime.CompilerServices;
using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Reading.Events;

/// <summary>Takes the rows of one reading thread into the store.</summary>
/// <param name="store">Where they go.</param>
/// <param name="draft">Takes them first, until <see cref="Commit"/> says that they count.</param>
internal sealed class EventRecorder(EventStore store, EventDraft? draft = null) : ILogRecordSink
{
    private readonly EventStore.Writer _writer = store.CreateWriter();
    private int[] _likelyContexts = new int[1024];

    /// <summary>When the rows were.</summary>
    public RowDays Days { get; } = new();

    [MethodImpl(HotPath.Reading)]
    public void Add(scoped in LogRecord record)
    {
        var meaning = record.Shape?.Note is EventMeaning known ? known : Resolve(record);
        if (!meaning.IsConnection)
        {
            if (draft is null)
                _writer.AddOther(record.OperationName);
            else
                draft.AddOther(record.OperationName);
            return;
        }
        var device = store.Devices.Add(meaning.Hub, record.DeviceId, record.ModuleId);
        Days.Add(record.Ticks);
        ref var likely = ref LikelyContext(device, meaning.Kind);
        likely = store.Contexts.Add(meaning.Channel, record.SdkVersion, record.MaskedIpAddress, likely - 1) + 1;
        var row = new ConnectionEvent(record.Ticks, device, likely - 1, meaning.Kind, meaning.Code);
        if (draft is null)
            _writer.Add(row);
        else
            draft.Add(row);
    }

    /// <summary>
    /// Lets the rows count that came since the last time, or since they were <see cref="Discard"/>ed.
    /// </summary>
    public void Commit() => draft?.Commit(_writer);

    public void Discard() => draft?.Discard();

    public void Complete() => _writer.Flush();

    /// <summary>The context that the device's last such row had, plus one.</summary>
    private ref int LikelyContext(int device, EventKind kind)
    {
        var index = device * 2 + (kind == EventKind.Disconnected ? 1 : 0);
        if (index >= _likelyContexts.Length)
            Array.Resize(ref _likelyContexts, Math.Max(index + 1, _likelyContexts.Length * 2));
        return ref _likelyContexts[index];
    }

    private EventMeaning Resolve(scoped in LogRecord record)
    {
        var meaning = EventMeaning.Of(record, store);
        if (meaning.IsConnection && record.Shape is { } shape)
            shape.Note = meaning;
        return meaning;
    }
}
