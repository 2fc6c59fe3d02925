using System.Text;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Fleets.Recall;

/// <summary>
/// A disconnect as it comes back from a file or another session: by itself, without the rows around it.
/// </summary>
internal sealed record RecalledDisconnect
{
    // Equal addresses have equal numbers among all disconnects that are still held, whichever they came with.
    private static readonly WeakReference<ContextTable> Shared = new(new ContextTable());

    public required string HubName { get; init; }

    public required string ResourceId { get; init; }

    public required string DeviceId { get; init; }

    public string? ModuleId { get; init; }

    public required DisconnectKind Kind { get; init; }

    public required DateTimeOffset Time { get; init; }

    public TimeSpan? Duration { get; init; }

    public TimeSpan? Downtime { get; init; }

    public int? ErrorCode { get; init; }

    /// <summary>The code's name, or what the log said in place of a code.</summary>
    public string? ErrorName { get; init; }

    public int? RelatedErrorCode { get; init; }

    public int? Attempts { get; init; }

    public string? Protocol { get; init; }

    public string? AuthenticationType { get; init; }

    public string? SdkName { get; init; }

    public string? SdkVersion { get; init; }

    public string? MaskedIpAddress { get; init; }

    /// <summary>The first attempt to come back; null where none was seen, or where it is not known.</summary>
    public DateTimeOffset? FirstAttempt { get; init; }

    /// <summary>The last row that belongs to it; null where it is not known.</summary>
    public DateTimeOffset? LastRow { get; init; }

    /// <summary>The connect whose session has no end in the log; null where there is none.</summary>
    public DateTimeOffset? EarlierConnectedAt { get; init; }

    public TimeSpan? TokenLifetime { get; init; }

    /// <summary>The oldest row of the log; null where it is not known.</summary>
    public DateTimeOffset? LogStart { get; init; }

    /// <summary>The newest row of the log; null where it is not known.</summary>
    public DateTimeOffset? LogEnd { get; init; }

    /// <summary>The log has no connects to tell by who came back.</summary>
    public bool LacksConnects { get; init; }

    /// <summary>The disconnect again, with its cause where that came along.</summary>
    public DeviceDisconnect Restore(RecalledCause? cause)
    {
        var contexts = SharedContexts();
        var history = new RecalledHistory
        {
            DeviceId = DeviceId,
            ModuleId = ModuleId,
            Records = new DisconnectRecords(new[] { ToRecord(contexts) }),
            Contexts = contexts,
            Causes = [cause],
            TokenLifetime = TokenLifetime,
            IsAlone = true,
        };
        var (first, last) = ((LogStart ?? Time).UtcTicks, (LogEnd ?? Time).UtcTicks);
        var hub = new HubActivity(HubName, ResourceId, new HubActivityBuilder(), new HubTime(first, last))
        {
            LacksConnects = LacksConnects,
        };
        return new DeviceDisconnect(new DeviceProfile(history), 0, hub);
    }

    private static ContextTable SharedContexts()
    {
        lock (Shared)
        {
            if (!Shared.TryGetTarget(out var contexts))
                Shared.SetTarget(contexts = new ContextTable());
            return contexts;
        }
    }

    private DisconnectRecord ToRecord(ContextTable contexts)
    {
        var time = Time.UtcTicks;
        var returned = Downtime is { } away ? time + away.Ticks : 0;
        return new DisconnectRecord
        {
            Kind = Kind,
            Time = time,
            LastRowAt = LastRow?.UtcTicks ?? time,
            ConnectedAt = Duration is { } lasted ? time - lasted.Ticks : 0,
            ReconnectedAt = returned,
            EarlierConnectedAt = EarlierConnectedAt?.UtcTicks ?? 0,
            AttemptAt = FirstAttempt?.UtcTicks ?? returned,
            Code = FindCode(contexts),
            RelatedCode = RelatedErrorCode ?? ConnectionEvent.NoCode,
            RefusalCode = ConnectionEvent.NoCode,
            Attempts = Attempts ?? 0,
            Context = FindContext(contexts),
            NextContext = -1,
        };
    }

    private int FindCode(ContextTable contexts) =>
        ErrorCode == ConnectionEvent.UnnumberedCode && ErrorName is { } text
            ? contexts.Errors.Add(Bytes(text))
            : ErrorCode ?? ConnectionEvent.NoCode;

    private int FindContext(ContextTable contexts)
    {
        var channel = contexts.AddChannel(Bytes(Protocol), Bytes(AuthenticationType));
        return contexts.Add(
            channel,
            Bytes(SdkIdentity.TextOf(SdkName, SdkVersion)),
            Bytes(MaskedIpAddress),
            likely: -1
        );
    }

    private static byte[] Bytes(string? text) => Encoding.UTF8.GetBytes(text ?? "");
}
