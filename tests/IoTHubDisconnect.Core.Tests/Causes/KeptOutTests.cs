using System.Globalization;
using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>An end that is normal by itself, and what became of the device: what to mend is what kept it out.</summary>
public sealed class KeptOutTests
{
    private const string Renewals = "0:00:00 C, 0:48:00 D, 0:48:03 C, 1:36:03 D";

    private static readonly DisconnectCatalogue Catalogue = DisconnectCatalogue.For(CultureInfo.InvariantCulture);

    public static TheoryData<string, string, CauseName?, string> Cases =>
        new()
        {
            {
                "refused for the quota",
                ", 1:36:07 F 403002, 2:30:00 F 403002, 2:36:07 C",
                CauseName.QuotaExceeded,
                " It took the device 1 h to come back. On all 2 tries the hub's daily message quota was used up."
            },
            {
                "refused to the end",
                ", 1:36:07 F 403012, 2:30:00 F 403012, 7:30:00 F 403012",
                CauseName.DeviceDisabled,
                " The device was not seen again. On all 3 tries the device identity was disabled."
            },
            {
                "refused again and again within minutes",
                ", 1:36:07 F 401003, 1:36:09 F 401003, 1:36:13 F 401003, 1:36:30 F 401003, 1:37:00 C",
                CauseName.Unauthorized,
                " On all 4 tries the hub refused the credentials."
            },
            {
                "refused once after hours of silence",
                ", 5:00:00 F 403002, 5:00:10 C",
                null,
                " It took the device 3 h 24 min to come back."
            },
            { "refused once, and back", ", 1:36:07 F 403002, 1:36:20 C", null, "" },
            { "back late", ", 3:36:03 C", null, " It took the device 2 h to come back." },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_reason_the_remedy_and_the_area_are_those_of_what_kept_it_out(
        string name,
        string after,
        CauseName? by,
        string told
    )
    {
        var renewal = new TestLog()
            .Add(Renewals + after, sdk: TestLog.C)
            .Add("0:00:30 C, 8:00:00 C", "another", ip: "198.51.1.XXX")
            .Causes()
            .Single(c => c.Cause == CauseName.SasTokenRenewed && c.Time == TestLog.At("1:36:03"));

        Assert.EndsWith($"in order to reconnect with a new SAS token.{told}", renewal.Reason);
        Assert.Equal(told.Length == 0, renewal.IsExpected);
        if (by is not { } cause)
            return;
        Assert.Equal(Catalogue.Find(cause).Solution, renewal.Solution);
        Assert.Equal(Catalogue.Find(cause).HelpUri, renewal.HelpUri);
        var area = cause == CauseName.QuotaExceeded ? TroubleArea.Hub : TroubleArea.Credentials;
        Assert.True(area == TroubleAreas.Of(new Verdict(renewal)), name);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_was_not_expected_needs_something(string name, string after, CauseName? by, string told)
    {
        var causes = new TestLog()
            .Add(Renewals + after, sdk: TestLog.C)
            .Add("0:00:30 C, 8:00:00 C", "another", ip: "198.51.1.XXX")
            .Causes();

        Assert.All(
            causes.Where(c => c.Cause == CauseName.SasTokenRenewed),
            c =>
                Assert.True(
                    c.IsExpected == (c.Solution == Catalogue.Find(CauseName.SasTokenRenewed).Solution),
                    $"{name} {by} {told}"
                )
        );
    }
}
