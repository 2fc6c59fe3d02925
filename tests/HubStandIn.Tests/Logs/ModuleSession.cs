using HubStandIn.FaultLab;
using IoTHubDisconnect;
using IoTHubDisconnect.Tests.Engine;

namespace HubStandIn.Tests.Logs;

/// <summary>The module in a runspace, asked about a hub's own log.</summary>
internal sealed class ModuleSession : IDisposable
{
    private readonly Session _session = new();

    /// <summary>The causes that it gives for what was brought about; "no disconnect" where it saw none.</summary>
    public IReadOnlyList<string> Answers(StandInHub hub, IEnumerable<LabLabel> labels)
    {
        IReadOnlyList<DisconnectCause> causes = Causes(hub);
        return
        [
            .. labels.Select(label =>
                causes
                    .FirstOrDefault(cause =>
                        label.IsAbout(cause.DeviceId, cause.Kind == DisconnectKind.Refused, cause.Time)
                    )
                    ?.Cause.ToString()
                ?? "no disconnect"
            ),
        ];
    }

    public void Dispose() => _session.Dispose();

    private DisconnectCause[] Causes(StandInHub hub)
    {
        var folder = Directory.CreateTempSubdirectory("hub-log-");
        try
        {
            hub.Export(folder.FullName);
            return _session
                .Run("Get-DeviceDisconnect -Path $folder | Resolve-DisconnectCause", ("folder", folder.FullName))
                .Clean()
                .As<DisconnectCause>();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
