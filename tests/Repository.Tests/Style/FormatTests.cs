using System.Diagnostics;
using System.Reflection;

namespace IoTHubDisconnect.Tests.Style;

public class FormatTests
{
    /// <summary>The formatter that the tool manifest names.</summary>
    private static readonly string Formatter = typeof(FormatTests)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "CSharpier")
        .Value!;

    [Fact]
    public async Task All_files_are_as_the_formatter_leaves_them()
    {
        var check = new ProcessStartInfo("dotnet", [Formatter, "check", "."])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(check)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(
            process.ExitCode == 0,
            $"Run 'dotnet tool restore' and 'dotnet csharpier format .'.\n{await output}{await error}"
        );
    }
}
