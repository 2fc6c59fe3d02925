using IoTHubDisconnect;
using IoTHubDisconnect.Benchmarks.Harness;
using NetworkLab.Scenes;

namespace NetworkLab.Answers;

/// <summary>Asks the module about logs, as people ask it.</summary>
internal sealed class Answering : IDisposable
{
    private readonly HostedModule _module = new();
    private readonly Lock _gate = new();

    public Answering(string manifest) => _module.Import(manifest);

    public IReadOnlyList<LabAnswer> Ask(string log, IReadOnlyList<Ordeal> ordeals)
    {
        DisconnectCause[] causes;
        lock (_gate)
            causes =
            [
                .. _module
                    .Run($"Get-DeviceDisconnect -Path {HostedModule.Quote(log)} | Resolve-DisconnectCause")
                    .Select(result => (DisconnectCause)result.BaseObject),
            ];
        return [.. ordeals.Select(ordeal => Find(causes, ordeal, log))];
    }

    public void Dispose() => _module.Dispose();

    private static LabAnswer Find(DisconnectCause[] causes, Ordeal ordeal, string log)
    {
        var kind = ordeal.Fault.IsRefusal ? DisconnectKind.Refused : DisconnectKind.Closed;
        var cause = causes
            .Where(cause => cause.DeviceId == ordeal.DeviceId && cause.Kind == kind)
            .Where(cause => cause.Time >= ordeal.From && cause.Time <= ordeal.Until)
            .MinBy(cause => cause.Time);
        return new LabAnswer(ordeal, cause?.Cause, cause?.Confidence ?? 0, log);
    }
}
