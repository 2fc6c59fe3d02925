using System.Globalization;
using System.Text;
using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Fleets;

/// <summary>A hub's rows tell the same beside those of other hubs of other days.</summary>
public sealed class HubTimesTests
{
    [Fact]
    public void Answers_are_those_of_the_hub_alone()
    {
        var alone = Told(Busy(new TestLog()).Causes());
        var log = Busy(new TestLog());
        for (var day = 0; day < 20; day++)
            log.Add(Repeated(Around(2880, 1, 25), "D", 2, 86_400 * day), "other", TestLog.C, hub: "ANOTHER");

        Assert.Equal(alone, Told([.. log.Causes().Where(c => c.HubName == "CONTOSO-EU")]));
    }

    [Fact]
    public void Who_may_still_come_back_at_the_hubs_last_row_is_not_late()
    {
        var log = new TestLog()
            .Add(Repeated(Around(2880, 1, 25), "D", 2) + "20:48:51 D", "last", TestLog.C)
            .Add("20.0:00:00 C, 20.5:00:00 D 404104, 20.5:00:03 C", "other", TestLog.C, hub: "ANOTHER");

        var close = log.Causes().Last(c => c.DeviceId == "last");

        Assert.Equal((CauseName.SasTokenRenewed, true), (close.Cause, close.IsExpected));
    }

    /// <summary>Where rows are rare, that there are none is the hub's silence.</summary>
    [Fact]
    public void Who_is_gone_from_a_quiet_hub_is_gone()
    {
        var log = new TestLog()
            .Add("0:00:10 C, 4:00:00 D 404104, 4:00:05 C, 9:00:00 D", "last", TestLog.C)
            .Add(Repeated(Around(2880, 1, 50), "D", 2), "other", TestLog.C, hub: "ANOTHER");

        Assert.False(log.Causes().Last(c => c.DeviceId == "last").IsExpected);
    }

    /// <summary>Six devices that drop within a minute, among others that renew their tokens.</summary>
    private static TestLog Busy(TestLog log)
    {
        for (var i = 0; i < 12; i++)
        {
            var drops = new StringBuilder(Repeated(Around(1000, 900, 40), "D 404104", 3, 100 * i));
            if (i < 6)
                drops.Append(CultureInfo.InvariantCulture, $"15:00:{i:00} D 404104, 15:00:{i + 4:00} C");
            log.Add(drops.ToString(), $"d{i}", TestLog.C, auth: "x509Certificate", ip: $"203.0.{i}.XXX");
        }
        return log;
    }

    private static string[] Told(IReadOnlyList<DisconnectCause> causes) =>
        [
            .. causes.Select(c =>
                $"{c.DeviceId} {c.Time:O} {c.Cause} {c.Confidence} {c.AwaySince} {string.Join('|', c.Evidence)}"
            ),
        ];
}
