using System.Globalization;
using IoTHubDisconnect;
using IoTHubDisconnect.Analysis;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Logs;
using IoTHubDisconnect.Sources;

namespace HubStandIn.Tests.Logs;

/// <summary>A hub's rows, exported and read as the module reads them.</summary>
internal sealed class ExportedLog : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hub-log-");
    private readonly FleetLog log;

    public ExportedLog(StandInHub hub)
    {
        hub.Export(folder.FullName);
        log = FleetLog.Of(
            StreamReading.Read(
                LogFileFinder.Find([folder.FullName], Problems.Add),
                Problems.Add,
                null,
                CancellationToken.None
            ),
            CancellationToken.None
        );
    }

    public List<LogProblem> Problems { get; } = [];

    public long RowCount => log.RowCount;

    public List<DeviceDisconnect> Disconnects => [.. log.Find(new DisconnectFilter())];

    public List<DisconnectCause> Causes =>
        [
            .. Disconnects.Select(disconnect =>
                DisconnectCause.Resolve(disconnect, ResolveOptions.None, CultureInfo.InvariantCulture)
            ),
        ];

    public void Dispose()
    {
        log.Dispose();
        folder.Delete(recursive: true);
    }
}
