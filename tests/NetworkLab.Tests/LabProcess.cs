using System.Diagnostics;
using NetworkLab.Enclosing;

namespace NetworkLab.Tests;

/// <summary>The lab as a process, as its command starts it.</summary>
internal sealed class LabProcess(string words) : IDisposable
{
    private readonly Process _process = Process.Start(
        new ProcessStartInfo("dotnet", [typeof(LabCommand).Assembly.Location, .. words.Split(' ')])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }
    )!;

    /// <summary>How many processes there are in its namespaces.</summary>
    public int Inhabitants =>
        Directory
            .GetDirectories("/proc")
            .Count(folder => Environ(folder).Contains($"{Enclosure.Mark}={_process.Id}\0", StringComparison.Ordinal));

    public bool HasEnded => _process.HasExited;

    /// <summary>Waits until it ends: its exit status and what it wrote.</summary>
    public async Task<(int Status, string Output)> EndAsync()
    {
        var errors = _process.StandardError.ReadToEndAsync();
        var output = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return (_process.ExitCode, $"{output}{Environment.NewLine}{await errors}");
    }

    /// <summary>Ends it so that it can say and do nothing any more.</summary>
    public void Kill() => _process.Kill();

    public void Dispose()
    {
        if (!HasEnded)
            Kill();
        _process.Dispose();
    }

    private static string Environ(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "environ"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
