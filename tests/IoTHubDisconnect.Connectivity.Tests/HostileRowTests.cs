using System.Management.Automation;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Connectivity.Tests;

/// <summary>
/// Whoever writes rows of a log, or a name for a hub, does not thereby choose where tokens and keys go.
/// </summary>
public sealed class HostileRowTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rows-");
    private Lab _lab = null!;

    public async Task InitializeAsync()
    {
        _lab = await Lab.OpenAsync();
        (
            await _lab.RunAsync(
                """
                $global:asked = [System.Collections.Generic.List[string]]::new()
                function global:Get-AzContext { [pscustomobject]@{ Account = 'operator' } }
                function global:Get-AzAccessToken { param($ResourceUrl) $asked.Add($ResourceUrl); [pscustomobject]@{ Token = 'token'; ExpiresOn = [DateTimeOffset]::UtcNow.AddHours(1) } }
                """
            )
        ).Clean();
    }

    public async Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        await _lab.DisposeAsync();
    }

    [Theory]
    [InlineData("127.0.0.1", "")]
    [InlineData("127.0.0.1", "-SharedAccessKey $key -Force")]
    [InlineData("127.0.0.1", "-SharedAccessKey $key -SharedAccessKeyName iothubowner -Force")]
    [InlineData("127.0.0.1", "-SasToken $token -Force")]
    [InlineData("evil.example", "")]
    [InlineData("evil.example:443", "-SasToken $token -Force")]
    [InlineData("evil.example#", "")]
    public async Task A_row_does_not_name_a_host(string hub, string parameters)
    {
        var log = System.IO.Path.Combine(_folder.FullName, "rows.json");
        await File.WriteAllLinesAsync(
            log,
            [Row(hub, "deviceConnect", ""), Row(hub, "deviceDisconnect", "\"resultType\":\"404104\",")]
        );

        var outcome = await _lab.RunAsync(
            "Get-DeviceDisconnect $log -WarningAction Ignore | Test-DeviceConnectivity @ports -ConnectTo "
                + $"127.0.0.1 -Protocol Https {parameters}",
            ("log", log),
            ("token", Secret.Of(_lab.Hub.Token(_lab.Device, TimeSpan.FromHours(1))))
        );

        Assert.StartsWith("UntrustedHost,", outcome.TheError.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.SecurityError, outcome.TheError.CategoryInfo.Category);
        Assert.Empty(outcome.Output);
        Assert.Empty((await _lab.RunAsync("$asked")).Output);
    }

    [Theory]
    [InlineData("contoso/hub")]
    [InlineData("contoso hub")]
    [InlineData("contoso_hub")]
    public async Task No_hub_has_such_a_name(string name)
    {
        var error = (await _lab.RunAsync("Test-DeviceConnectivity $name -DeviceId d", ("name", name))).TheError;
        Assert.StartsWith("ResourceNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("letters, digits and hyphens", $"{error}", StringComparison.Ordinal);

        Assert.Contains(
            "letters, digits and hyphens",
            $"{(await _lab.RunAsync("Get-ConnectedDeviceCount -HubName $name", ("name", name))).TheError}",
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_host_that_was_typed_gets_no_token_of_Azures_either()
    {
        var error = (
            await _lab.RunAsync("Test-DeviceConnectivity 127.0.0.1 -DeviceId device-1 @ports -Protocol Https")
        ).TheError;

        Assert.StartsWith("UntrustedHost,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-TrustedHost", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty((await _lab.RunAsync("$asked")).Output);
    }

    [Fact]
    public async Task With_a_key_of_its_own_the_way_is_tested_and_the_registry_left_out()
    {
        var results = await _lab.TestAsync(
            "-HubName 127.0.0.1 -DeviceId device-1 -SharedAccessKey $key -Force -Protocol Https"
        );

        Assert.Equal(CheckState.Passed, results.Step(ConnectivityStep.SignIn, ConnectivityProtocol.Https).State);
        Assert.Empty((await _lab.RunAsync("$asked")).Output);
    }

    private static string Row(string hub, string operation, string code) =>
        $$"""{"time":"2026-10-14T12:{{(code.Length == 0 ? "00" : "30")}}:00Z","resourceId":"/SUBSCRIPTIONS/8E2F1B7A-6C34-4D0E-9A51-2B7F0C9D4E63/RESOURCEGROUPS/R/PROVIDERS/MICROSOFT.DEVICES/IOTHUBS/{{hub}}","operationName":"{{operation}}","category":"Connections",{{code}}"properties":"{\"deviceId\":\"device-1\",\"protocol\":\"Mqtt\"}"}""";
}
