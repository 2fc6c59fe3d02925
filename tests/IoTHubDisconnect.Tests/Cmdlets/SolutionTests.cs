using System.Management.Automation;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Cmdlets;

public sealed class SolutionTests : IDisposable
{
    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    public SolutionTests() => _session.Runspace.SessionStateProxy.SetVariable("log", _folder.Write("log.json", TinyLog.Rows));

    [Theory]
    [InlineData("404104", "DeviceConnectionClosedRemotely")]
    [InlineData("DeviceConnectionClosedRemotely", "DeviceConnectionClosedRemotely")]
    [InlineData("deviceconnectionclosedremotely", "DeviceConnectionClosedRemotely")]
    [InlineData("404104, 401003, DeviceDisabled", "DeviceConnectionClosedRemotely IotHubUnauthorized DeviceDisabled")]
    [InlineData("404104, 404104", "DeviceConnectionClosedRemotely")]
    [InlineData("-ErrorCode 403002", "IotHubQuotaExceeded")]
    [InlineData("400001", "400xxx")]
    [InlineData("SasTokenExpired", "SasTokenExpired")]
    [InlineData("-Cause SasTokenExpired", "SasTokenExpired")]
    [InlineData("-Cause sastokenexpired, NetworkLost", "SasTokenExpired NetworkLost")]
    [InlineData("DeviceDisabled -Cause DeviceDisabled", "DeviceDisabled DeviceDisabled")]
    [InlineData("$null", "")]
    public void Solutions_are_asked_for(string parameters, string names) => Check($"Get-DisconnectSolution {parameters}", names);

    [Theory]
    [InlineData("404104, 403002", "DeviceConnectionClosedRemotely IotHubQuotaExceeded")]
    [InlineData("'404104', 'DeviceDisabled'", "DeviceConnectionClosedRemotely DeviceDisabled")]
    [InlineData("[IoTHubDisconnect.CauseName]::Throttled", "Throttled")]
    [InlineData("404104, $null, [IoTHubDisconnect.CauseName]::Throttled", "DeviceConnectionClosedRemotely Throttled")]
    [InlineData("(Get-DeviceDisconnect $log)", "DeviceConnectionClosedRemotely DeviceDisabled")]
    [InlineData("(Get-DeviceDisconnect $log).ErrorName", "DeviceConnectionClosedRemotely DeviceDisabled")]
    [InlineData("(Get-DeviceDisconnect $log | Resolve-DisconnectCause)", "ClientClosed DeviceDisabled NetworkLost SasTokenExpired")]
    [InlineData("(Get-DeviceDisconnect $log | Resolve-DisconnectCause).Cause", "ClientClosed DeviceDisabled NetworkLost SasTokenExpired")]
    [InlineData("(Measure-DisconnectCause $log)", "ClientClosed DeviceDisabled NetworkLost SasTokenExpired")]
    [InlineData("(Get-DisconnectSolution 404104)", "DeviceConnectionClosedRemotely")]
    [InlineData("(Get-DisconnectSolution -Cause Throttled)", "Throttled")]
    [InlineData("(Measure-DisconnectCause $log -By Hub)", "")]
    public void Solutions_come_for_what_is_piped(string input, string names) => Check($"{input} | Get-DisconnectSolution", names, sorted: true);

    [Fact]
    public void Unasked_everything_is_listed()
    {
        var all = _session.Run("Get-DisconnectSolution").Clean().As<DisconnectSolution>();

        Assert.Equal(Enum.GetValues<CauseName>().Order(), all.Where(s => s.Cause is not null).Select(s => s.Cause!.Value).Order());
        Assert.Contains(all, s => s.ErrorCode == 404104);
    }

    [Fact]
    public void A_listing_leaves_the_page_of_a_single_solution_alone()
    {
        _session.Run("Get-DisconnectSolution").Clean();

        Assert.DoesNotContain(_session.Run("Get-DisconnectSolution 404104").Output.Single().TypeNames, name => name.Contains('#'));
    }

    [Theory]
    [InlineData("tr-TR", "tr", "https://learn.microsoft.com/tr-tr/")]
    [InlineData("tr", "tr", "https://learn.microsoft.com/tr-tr/")]
    [InlineData("de-DE", "en", "https://learn.microsoft.com/de-de/")]
    [InlineData("en-US", "en", "https://learn.microsoft.com/en-us/")]
    public void Texts_and_links_follow_the_culture(string culture, string language, string links)
    {
        var solution = _session.Run($"Get-DisconnectSolution 404104 -Culture {culture}").Clean().As<DisconnectSolution>().Single();
        var cause = _session.Run($"(Get-DeviceDisconnect $log | Resolve-DisconnectCause -Culture {culture})[0]").Clean().As<DisconnectCause>().Single();

        Assert.Equal(language, solution.Culture);
        Assert.StartsWith(links, solution.HelpUri.AbsoluteUri);
        Assert.StartsWith(links, cause.HelpUri.AbsoluteUri);
        Assert.Equal(_session.Run($"Get-DisconnectSolution -Cause {cause.Cause} -Culture {culture}").As<DisconnectSolution>().Single().Solution, cause.Solution);
    }

    [Theory]
    [InlineData("999999")]
    [InlineData("nonsense")]
    public void An_unknown_code_is_an_error_that_says_where_to_look(string code)
    {
        var outcome = _session.Run($"Get-DisconnectSolution {code}, 404104");

        Assert.Equal(404104, outcome.As<DisconnectSolution>().Single().ErrorCode);
        Assert.Equal("UnknownErrorCode,IoTHubDisconnect.Commands.GetDisconnectSolutionCommand", outcome.TheError.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, outcome.TheError.CategoryInfo.Category);
        Assert.Equal(code, outcome.TheError.TargetObject);
        Assert.Contains("without parameters", outcome.TheError.ErrorDetails.RecommendedAction);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private void Check(string script, string names, bool sorted = false)
    {
        var found = _session.Run(script).Clean().As<DisconnectSolution>().Select(solution => solution.Name);
        Assert.Equal(names, string.Join(' ', sorted ? found.Order(StringComparer.Ordinal) : found));
    }
}
