using HubStandIn;
using HubStandIn.FaultLab;
using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.FaultLab;

/// <summary>What the module says about something that was brought about.</summary>
internal sealed record LabAnswer(Enum Fault, string Cause, string Given)
{
    public bool IsRight => Given == Cause;

    /// <summary>Asks the module about a hub's own log.</summary>
    public static IEnumerable<LabAnswer> Ask(
        HostedModule module,
        StandInHub hub,
        IEnumerable<(Enum Fault, LabLabel Label)> labels
    )
    {
        var folder = Directory.CreateTempSubdirectory("hub-log-");
        try
        {
            hub.Export(folder.FullName);
            DisconnectCause[] causes =
            [
                .. module
                    .Run($"Get-DeviceDisconnect -Path {HostedModule.Quote(folder.FullName)} | Resolve-DisconnectCause")
                    .Select(result => (DisconnectCause)result.BaseObject),
            ];
            return [.. labels.Select(pair => new LabAnswer(pair.Fault, pair.Label.Cause, Answer(causes, pair.Label)))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Answer(DisconnectCause[] causes, LabLabel label) =>
        causes
            .FirstOrDefault(cause => label.IsAbout(cause.DeviceId, cause.Kind == DisconnectKind.Refused, cause.Time))
            ?.Cause.ToString()
        ?? "no disconnect";
}
