namespace IoTHubDisconnect.Azure.Tests.Logs;

public sealed class SmokeTests(Cloud cloud, Xunit.Abstractions.ITestOutputHelper output) : IClassFixture<Cloud>
{
    [Theory]
    [InlineData("Get-DeviceDisconnect -ResourceId $hub -StartTime 2026-11-15T00:00:00Z -EndTime 2026-11-19T00:00:00Z -Verbose -Debug")]
    [InlineData("Get-DeviceDisconnect -WorkspaceId $workspace -StartTime 2026-11-15T00:00:00Z -EndTime 2026-11-19T00:00:00Z")]
    [InlineData("[pscustomobject]@{Id=$hub;Name='contoso-eu';Resourcegroup='contoso-iot';Subscriptionid='6f1e2d3c-63b6-4000-8000-0123456789ab'} | Get-DeviceDisconnect -StartTime 2026-11-15T00:00:00Z -EndTime 2026-11-19T00:00:00Z")]
    [InlineData("[pscustomobject]@{Id=$hub;Name='contoso-eu';Resourcegroup='contoso-iot';Subscriptionid='6f1e2d3c-63b6-4000-8000-0123456789ab'} | Measure-DisconnectCause -StartTime 2026-11-15T00:00:00Z -EndTime 2026-11-19T00:00:00Z")]
    [InlineData("Get-DeviceDisconnect -HubName contoso-eu -ResourceGroupName contoso-iot -StartTime 2026-11-15T00:00:00Z -EndTime 2026-11-19T00:00:00Z")]
    public void Smoke(string script)
    {
        using var session = cloud.SignIn();
        var outcome = session.Run("$DebugPreference='Continue'; " + script);
        foreach (var o in outcome.Output) output.WriteLine($"{o}");
        foreach (var o in outcome.Verbose) output.WriteLine($"V {o}");
        foreach (var o in outcome.Warnings) output.WriteLine($"W {o}");
        foreach (var o in outcome.Streams.Debug) output.WriteLine($"D {o}");
        foreach (var o in outcome.Errors) output.WriteLine($"E {o} {o.Exception}");
        if (outcome.Thrown is { } t) output.WriteLine($"T {t} {t.ErrorRecord.FullyQualifiedErrorId}");
        foreach (var r in cloud.Azure.Requests) output.WriteLine($"{r.Method} {r.Path} {r.Status}");
        Assert.Equal(99, outcome.Output.Count);
    }
}
