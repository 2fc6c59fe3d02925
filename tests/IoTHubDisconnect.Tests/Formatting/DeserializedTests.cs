using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Formatting;

/// <summary>What comes back from a job or from another machine has lost its types, and is shown all the same.</summary>
public sealed class DeserializedTests : IDisposable
{
    private readonly LogFolder _folder = new();
    private readonly Screen _screen = new(120);
    private readonly (string, object?) _log;

    public DeserializedTests() => _log = ("log", _folder.Write("tiny.json", TinyLog.Rows));

    [Theory]
    [InlineData("Get-DeviceDisconnect $log")]
    [InlineData("Get-DeviceDisconnect $log | Resolve-DisconnectCause")]
    [InlineData("Measure-DisconnectCause $log")]
    [InlineData("Measure-DisconnectCause $log -By Device")]
    [InlineData("Get-DeviceAttention $log")]
    [InlineData("Compare-DisconnectCause $log")]
    [InlineData("Get-DisconnectSolution 404104")]
    public void Objects_from_elsewhere_look_as_those_made_here(string command)
    {
        var here = _screen.Show(command, _log);

        foreach (var depth in new[] { 1, 2 })
        {
            var elsewhere = _screen.Show(
                "$serializer = [Management.Automation.PSSerializer]; "
                    + $"{command} | ForEach-Object {{ $serializer::Deserialize($serializer::Serialize($_, {depth})) }}",
                _log
            );
            Assert.Equal(here, elsewhere);
        }
    }

    public void Dispose() => _folder.Dispose();
}
