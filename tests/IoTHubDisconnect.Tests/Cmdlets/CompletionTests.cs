using System.Globalization;
using System.Management.Automation;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Tests.Cmdlets;

/// <summary>What Tab offers: what is known offline, so that it never waits.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly Session _session = new();

    [Theory]
    [InlineData("Get-DisconnectSolution 4041", "404103 404104")]
    [InlineData("Get-DisconnectSolution remotely", "DeviceConnectionClosedRemotely")]
    [InlineData("Get-DisconnectSolution -ErrorCode quota", "IotHubQuotaExceeded")]
    [InlineData("Get-DeviceDisconnect . -ErrorCode 404104, 4010", "401000 401001 401002 401003 401004")]
    [InlineData("Measure-DisconnectCause . -ErrorCode onlinE", "DeviceNotOnline")]
    [InlineData("Get-DisconnectSolution -Cause sas", "SasTokenExpired SasTokenRenewed")]
    [InlineData("Get-DisconnectSolution -Cause Throttled, Id", "IdleTimeout")]
    [InlineData("Measure-DisconnectCause . -By ", "Cause Device Hour Hub Sdk Site")]
    [InlineData("Measure-DisconnectCause . -By h", "Hour Hub")]
    [InlineData("Get-DeviceDisconnect . -Last ", "1h 24h 30d 7d")]
    [InlineData("Get-DeviceDisconnect . -Last 2", "24h")]
    [InlineData("Resolve-DisconnectCause -TokenLifetime 6", "60m")]
    [InlineData("Resolve-DisconnectCause -KeepAlive 2", "230s 240s")]
    [InlineData("Get-DisconnectSolution -Culture tr", "tr-TR")]
    [InlineData("Resolve-DisconnectCause -Culture d", "de-DE")]
    [InlineData("Measure-Disc", "Measure-DisconnectCause")]
    [InlineData("Measure-DisconnectCause -Lit", "-LiteralPath")]
    public void Completions_are_what_fits(string line, string offered) =>
        Assert.Equal(offered, string.Join(' ', Complete(line).Select(match => match.CompletionText).Order(StringComparer.Ordinal)));

    [Fact]
    public void A_code_shows_its_name_and_what_it_means_in_the_language_of_the_session()
    {
        var code = Assert.Single(Complete("Get-DisconnectSolution 404104"));

        Assert.Equal("404104 DeviceConnectionClosedRemotely", code.ListItemText);
        Assert.Equal(DisconnectCatalogue.For(CultureInfo.CurrentUICulture).Find(404104)!.Summary, code.ToolTip);
    }

    [Theory]
    [InlineData("Get-DeviceDisconnect . -Last 7", "7d", "week")]
    [InlineData("Get-DisconnectSolution -Culture tr", "tr-TR", "Turkish")]
    public void Completions_tell_what_they_mean(string line, string shown, string meaning) =>
        Assert.Contains(Complete(line), match => match.ListItemText == shown && match.ToolTip.Contains(meaning));

    [Theory]
    [InlineData("Get-DisconnectSolution xyz")]
    [InlineData("Get-DeviceDisconnect . -Last 9")]
    [InlineData("Get-DisconnectSolution -Culture qq")]
    public void Nothing_is_offered_where_nothing_fits(string line) => Assert.Empty(Complete(line));

    public void Dispose() => _session.Dispose();

    private IReadOnlyList<CompletionResult> Complete(string line)
    {
        using var shell = PowerShell.Create(_session.Runspace);
        return CommandCompletion.CompleteInput(line, line.Length, null, shell).CompletionMatches;
    }
}
