using IoTHubDisconnect.Knowledge;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Report.Tests.Figures;

public sealed class SavingsTests : IDisposable
{
    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    [Theory]
    [InlineData("C", 3600, 2880)]
    [InlineData("Node", 3600, 2700)]
    [InlineData("Python", 3600, 3480)]
    [InlineData("DotNet", 3600, 3900)]
    [InlineData("Java", 86400, 86700)]
    [InlineData("Unknown", 3600, 3900)]
    public void The_time_between_two_disconnects_follows_the_token(string family, double lifetime, double seconds) =>
        Assert.Equal(seconds, SdkBehaviour.Of(Enum.Parse<SdkFamily>(family)).TimeBetween(lifetime));

    [Fact]
    public void Longer_tokens_AMQP_and_certificates_save_what_tokens_cost()
    {
        var savings = Measure(TinyLog.Expiries(TinyLog.Press, 8));

        Assert.Equal(
            [(DisconnectFix.LongerTokenLifetime, 8), (DisconnectFix.Amqp, 8), (DisconnectFix.X509Certificate, 8)],
            savings.Select(s => (s.Fix, (int)s.Count))
        );
        Assert.All(savings, s => Assert.Equal((8, TimeSpan.FromHours(1)), (s.ConcernedCount, s.LongestLifetime)));
        Assert.All(savings, s => Assert.StartsWith("Estimate:", s.Basis));
    }

    [Theory]
    [InlineData("azure-iot-device-iothub-py/2.12.0(3.10.5;Linux;x86_64)")]
    [InlineData("azsdk-c/1.5.0")]
    public void AMQP_saves_nothing_where_the_SDK_has_none(string sdk) =>
        Assert.DoesNotContain(
            Measure(TinyLog.Expiries(TinyLog.Press with { Sdk = sdk }, 8)),
            s => s.Fix == DisconnectFix.Amqp
        );

    [Fact]
    public void Tokens_that_live_a_day_already_save_nothing_by_living_longer() =>
        Assert.DoesNotContain(
            Measure(TinyLog.Expiries(TinyLog.Press, 8), "-TokenLifetime 24h"),
            s => s.Fix == DisconnectFix.LongerTokenLifetime
        );

    [Fact]
    public void Other_causes_have_nothing_to_save()
    {
        var log = _folder.Write("log.json", TinyLog.Rows);
        var sums = _session.Run("Measure-DisconnectCause $log", ("log", log)).Clean().As<DisconnectSummary>();

        Assert.All(
            sums.Where(s => s.MainCause is not (CauseName.SasTokenExpired or CauseName.SasTokenRenewed)),
            s => Assert.Empty(s.Savings)
        );
    }

    public void Dispose()
    {
        _folder.Dispose();
        _session.Dispose();
    }

    private DisconnectSaving[] Measure(IEnumerable<string> rows, string options = "") =>
        [
            .. _session
                .Run($"Measure-DisconnectCause $log -By Hub {options}", ("log", _folder.Write("log.json", rows)))
                .Clean()
                .As<DisconnectSummary>()
                .Single()
                .Savings,
        ];
}
