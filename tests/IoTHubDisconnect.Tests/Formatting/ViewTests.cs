using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Formatting;

public sealed class ViewTests : IDisposable
{
    private const string Get = "Get-DeviceDisconnect $log";
    private const string Resolve = $"{Get} | Resolve-DisconnectCause";

    private static readonly string[] Tables =
    [
        Get,
        Resolve,
        "Get-DeviceAttention $log",
        "Measure-DisconnectCause $log",
        "Measure-DisconnectCause $log -By Device",
        "Measure-DisconnectCause $log -By Hub",
        "Measure-DisconnectCause $log -By Site",
        "Measure-DisconnectCause $log -By Sdk",
        "Measure-DisconnectCause $log -By Hour",
        "Measure-DisconnectCause $log -By Hour | Format-Table -AutoSize",
        "Measure-DisconnectCause $log -By Area",
        "Compare-DisconnectCause $log",
        $"({Resolve})[0].Evidence",
        $"({Get})[0].Profile",
        $"({Get})[0].Hub",
        "(Get-DisconnectSolution)[0, 18, -1]",
        "Get-DisconnectSolution 404104",
        "Get-DisconnectSolution -Cause QuotaExceeded -Culture tr-TR",
    ];

    private static readonly string[] Lists =
    [
        $"({Get})[0]",
        $"({Get} -DeviceId Pump*)[0]",
        $"({Resolve})[0]",
        $"({Get} -DeviceId press-01 | Resolve-DisconnectCause)[3]",
        "(Get-DeviceAttention $log)[0]",
        "(Measure-DisconnectCause $log)[0]",
        "(Measure-DisconnectCause $log -By Device)[0]",
        "(Compare-DisconnectCause $log)[0]",
    ];

    private readonly LogFolder _folder = new();

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Tables_are_as_agreed(int width) => Check("tables", width, new Screen(width), Tables);

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Lists_are_as_agreed(int width) => Check("lists", width, new Screen(width, asList: true), Lists);

    [Fact]
    public void A_duration_that_is_cut_loses_its_smaller_unit()
    {
        var log = _folder.Write("tiny.json", TinyLog.Rows);

        foreach (var width in Enumerable.Range(40, 80))
        {
            var shown = new Screen(width).Transcript(
                [.. Tables.Where(t => t.StartsWith("Measure", StringComparison.Ordinal)), "Get-DeviceAttention $log"],
                ("log", log)
            );
            Assert.DoesNotMatch(@"… ?\d* ?(s|min|h|d)\b", shown);
        }
    }

    public void Dispose() => _folder.Dispose();

    private void Check(string name, int width, Screen screen, string[] commands)
    {
        var shown = screen.Transcript(commands, ("log", _folder.Write("tiny.json", TinyLog.Rows)));

        Assert.All(
            shown.Split('\n').Where(line => !line.StartsWith("PS>", StringComparison.Ordinal)),
            line => Assert.True(line.Length <= width, line)
        );
        new ScreenFile($"{name}.{width}").ShouldBe(shown);
    }
}
