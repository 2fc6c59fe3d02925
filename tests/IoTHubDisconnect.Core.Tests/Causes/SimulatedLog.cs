using FleetGenerator;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Sources;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>The log of a simulated fleet, written to files and read from them.</summary>
internal static class SimulatedLog
{
    public static T Read<T>(Fleet fleet, Func<FleetLog, T> use)
    {
        var folder = Directory.CreateTempSubdirectory("fleet-");
        try
        {
            fleet.WriteLogs(folder.FullName);
            using var log = FleetLog.Of(
                StreamReading.Read(
                    LogFileFinder.Find([folder.FullName], _ => { }),
                    _ => { },
                    null,
                    CancellationToken.None
                ),
                CancellationToken.None
            );
            return use(log);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
