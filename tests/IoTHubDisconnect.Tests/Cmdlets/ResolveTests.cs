using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Cmdlets;

public sealed class ResolveTests : IDisposable
{
    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    public ResolveTests() => _session.Runspace.SessionStateProxy.SetVariable("log", _folder.Write("log.json", TinyLog.Rows));

    [Fact]
    public void Causes_carry_what_the_next_command_needs()
    {
        var cause = Resolve("Get-DeviceDisconnect $log -DeviceId press-01 | Resolve-DisconnectCause")[3];

        Assert.Equal((CauseName.SasTokenExpired, true, DisconnectScope.Device, 1), (cause.Cause, cause.IsExpected, cause.Scope, cause.Symptom));
        Assert.InRange(cause.Confidence, 0.9, 1);
        Assert.NotEmpty(cause.Evidence);
        var weights = cause.Evidence.Select(fact => Math.Abs(fact.Weight)).ToList();
        Assert.Equal(weights.OrderDescending(), weights);
        Assert.Equal(("press-01", cause.Disconnect.Time), (cause.Disconnect.DeviceId, cause.Time));
    }

    [Fact]
    public void Known_lifetimes_go_before_what_the_sessions_tell()
    {
        Assert.Contains("of 1h had expired", Resolve("Get-DeviceDisconnect $log -DeviceId press-01 | Resolve-DisconnectCause")[3].Reason);
        Assert.DoesNotContain("of 1h had expired", Resolve("Get-DeviceDisconnect $log -DeviceId press-01 | Resolve-DisconnectCause -TokenLifetime 4h")[3].Reason);
    }

    [Fact]
    public void A_known_keep_alive_shows_in_the_evidence()
    {
        var evidence = Resolve("Get-DeviceDisconnect $log -DeviceId meter* | Resolve-DisconnectCause -KeepAlive 3h").Single().Evidence;

        Assert.Contains(evidence, fact => fact.Expected?.Contains("4h30m, 1.5 × keep-alive") == true);
    }

    [Fact]
    public void A_cause_is_resolved_anew_from_the_disconnect_it_brings()
    {
        var anew = Resolve("Get-DeviceDisconnect $log | Resolve-DisconnectCause -TokenLifetime 4h | Resolve-DisconnectCause");

        Assert.Equal(Resolve("Get-DeviceDisconnect $log | Resolve-DisconnectCause").Select(c => c.ToString()), anew.Select(c => c.ToString()));
    }

    [Theory]
    [InlineData("$null | Resolve-DisconnectCause", "ParameterArgumentValidationError")]
    [InlineData("7 | Resolve-DisconnectCause", "InputObjectNotBound")]
    [InlineData("'log.json' | Resolve-DisconnectCause", "InputObjectNotBound")]
    [InlineData("Get-DeviceDisconnect $log | Resolve-DisconnectCause -TokenLifetime 60", "ParameterArgumentTransformationError")]
    [InlineData("Get-DeviceDisconnect $log | Resolve-DisconnectCause -KeepAlive 0s", "ParameterArgumentTransformationError")]
    public void What_cannot_be_resolved_is_refused(string script, string id)
    {
        var outcome = _session.Run(script);

        Assert.Empty(outcome.Output);
        Assert.StartsWith(id, outcome.TheError.FullyQualifiedErrorId);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private DisconnectCause[] Resolve(string script) => _session.Run(script).Clean().As<DisconnectCause>();
}
