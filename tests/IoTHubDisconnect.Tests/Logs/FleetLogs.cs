using FleetGenerator;

namespace IoTHubDisconnect.Tests.Logs;

/// <summary>
/// The logs of a simulated fleet with trouble of every kind, made once for the tests that share them.
/// </summary>
public sealed class FleetLogs : IDisposable
{
    private readonly LogFolder _folder = new();

    public FleetLogs()
    {
        var options = FleetPresets.All["mixed"](7);
        Fleet.Simulate(options with { Devices = 60, Hours = 24 }).WriteLogs(_folder.Path);
    }

    public string Path => _folder.Path;

    public void Dispose() => _folder.Dispose();
}
