using System.Management.Automation;
using System.Reflection;

namespace IoTHubDisconnect.Shell;

/// <summary>What this program and its engine call themselves.</summary>
internal static class Versions
{
    private static readonly string Program = typeof(Versions).Assembly.GetName().Version!.ToString(fieldCount: 3);

    // The assembly's own version stays at the minor's first; the informational one names the patch and the commit.
    private static readonly string Engine =
        typeof(PSObject).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split(' ', '+')[0];

    public static string Line => $"IoTHubDisconnect.Shell {Program} (PowerShell engine {Engine})";

    public static string Greeting => Line + Environment.NewLine + "'help' tells what is here, 'exit' leaves." + Environment.NewLine;
}
