using System.Management.Automation;

namespace IoTHubDisconnect.Azure.Tests.Logs;

/// <summary>Whatever objects show, as text to compare.</summary>
internal static class Figures
{
    public static string[] Of(IEnumerable<PSObject> objects) =>
        [
            .. objects.Select(o =>
                string.Join(
                    '|',
                    o.BaseObject.GetType().GetProperties().Select(p => $"{p.Name}={p.GetValue(o.BaseObject)}")
                )
            ),
        ];
}
