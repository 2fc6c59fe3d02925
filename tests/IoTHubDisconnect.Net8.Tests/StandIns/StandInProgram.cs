using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Net8.Tests.StandIns;

/// <summary>A stand-in as a process of its own, on the .NET of the SDK.</summary>
internal sealed class StandInProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly List<string> _lines = [];

    private StandInProgram(Process process) => _process = process;

    /// <summary>What it says when it is ready.</summary>
    public string Welcome => string.Join('\n', _lines);

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<StandInProgram> StartAsync(string name, params string[] arguments)
    {
        var path = typeof(StandInProgram)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == name)
            .Value!;
        var start = new ProcessStartInfo("dotnet", [path, .. arguments]) { RedirectStandardOutput = true };
        var program = new StandInProgram(Process.Start(start)!);
        while (!program.Welcome.Contains("Ctrl+C", StringComparison.Ordinal))
        {
            var line = await program._process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
            program._lines.Add(line ?? throw new InvalidOperationException($"{name} ended at once. {program.Welcome}"));
        }
        return program;
    }

    /// <summary>The words behind a label, one for each line that it begins.</summary>
    public string[] FindAll(string label) =>
        [.. Regex.Matches(Welcome, $@"(?<=^{label}\s+)\S+", RegexOptions.Multiline).Select(match => match.Value)];

    /// <summary>The word behind the only such label.</summary>
    public string Find(string label) => FindAll(label).Single();

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
