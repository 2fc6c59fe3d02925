using System.Diagnostics;
using System.Globalization;

namespace IoTHubDisconnect.Benchmarks.Harness;

/// <summary>A process that has ended: how long it took, start and end included, and what it printed.</summary>
internal sealed class ChildProcess
{
    private readonly string[] _lines;

    private ChildProcess(double seconds, string output)
    {
        Seconds = seconds;
        _lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    public double Seconds { get; }

    /// <summary>Runs a job in a fresh process of this program.</summary>
    public static ChildProcess Job(string name, params string[] arguments) =>
        DotNet([typeof(ChildProcess).Assembly.Location, Jobs.Verb, name, .. arguments]);

    public static ChildProcess DotNet(params string[] arguments) => Run("dotnet", arguments);

    /// <exception cref="InvalidOperationException">The process failed.</exception>
    public static ChildProcess Run(string program, params string[] arguments)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return process.ExitCode == 0
            ? new ChildProcess(seconds, output)
            : throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}."
            );
    }

    /// <summary>The figures of that name, in the order they were written.</summary>
    public double[] Figures(string name) =>
        [
            .. _lines
                .Where(line => line.StartsWith(name + "=", StringComparison.Ordinal))
                .Select(line => double.Parse(line[(name.Length + 1)..], CultureInfo.InvariantCulture)),
        ];
}
