using System.Diagnostics;
using System.Globalization;
using NetworkLab.Network;

namespace NetworkLab.Habits;

/// <summary>Counts what asks to connect in a network namespace, by the kernel's own count.</summary>
internal sealed class ConnectCounter(string space) : IDisposable
{
    private const string Protocol = "Tcp:";
    private const string Opens = "ActiveOpens";

    /// <summary>The kernel shows a namespace's counts to those that look at a process in it.</summary>
    private readonly Process _witness = Process.Start(Shell.Enter, [Shell.Into(space), "sleep", "infinity"]);

    public int Count
    {
        get
        {
            string[][] lines =
            [
                .. File.ReadLines($"/proc/{_witness.Id}/net/snmp")
                    .Where(line => line.StartsWith(Protocol, StringComparison.Ordinal))
                    .Select(line => line.Split(' ')),
            ];
            return int.Parse(lines[1][Array.IndexOf(lines[0], Opens)], CultureInfo.InvariantCulture);
        }
    }

    public void Dispose()
    {
        _witness.Kill();
        _witness.Dispose();
    }
}
