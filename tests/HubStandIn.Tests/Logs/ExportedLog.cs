using System.Globalization;
using IoTHubDisconnect;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Sources;

namespace HubStandIn.Tests.Logs;

/// <summary>A hub's rows, exported and read as the module reads them.</summary>
internal sealed class ExportedLog : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-log-");
    private readonly FleetLog _log;

    public ExportedLog(StandInHub hub)
    {
        hub.Export(_folder.FullName);
        _log = FleetLog.Of(
            StreamReading.Read(
                LogFileFinder.Find([_folder.FullName], Problems.Add),
                Problems.Add,
                null,
                CancellationToken.None
            ),
            CancellationToken.None
        );
    }

    public List<LogProblem> Problems { get; } = [];

    public long RowCount => _log.RowCount;

    public List<DeviceDisconnect> Disconnects => [.. _log.Find(new DisconnectFilter())];

    public List<DisconnectCause> Causes =>
        [
            .. Disconnects.Select(disconnect =>
                CauseExplainer.Resolve(disconnect, ResolveOptions.None, CultureInfo.InvariantCulture)
            ),
        ];

    public void Dispose()
    {
        _log.Dispose();
        _folder.Delete(recursive: true);
    }
}
