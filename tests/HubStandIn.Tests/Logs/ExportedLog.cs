using System.Globalization;
using IoTHubDisconnect;
using IoTHubDisconnect.Analysis;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Logs;

namespace HubStandIn.Tests.Logs;

/// <summary>A hub's rows, exported and read as the module reads them.</summary>
internal sealed class ExportedLog : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hub-log-");
    private readonly DisconnectLog log;

    public ExportedLog(StandInHub hub)
    {
        hub.Export(folder.FullName);
        log = DisconnectLog.Read(
            LogFileFinder.Find([folder.FullName], Problems.Add),
            Problems.Add,
            null,
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
