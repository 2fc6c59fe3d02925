using System.Globalization;
using static IoTHubDisconnect.Tests.Causes.Aspects.Asked;
using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes.Aspects;

/// <summary>At how many other places devices drop with the one that is asked about, at ten in the morning.</summary>
public sealed class HubDropsTests
{
    private const string Aspect = "HubDrops";
    private const string Cut = "0:00:10 C, 10:00:00 D 404104, 10:00:05 C, ";

    [Theory]
    [InlineData("alone", 0, "AsUsual")]
    [InlineData("with one other place", 1, "AsUsual")]
    [InlineData("with two", 2, "More")]
    [InlineData("with three", 3, "More")]
    [InlineData("with four", 4, "ManyMore")]
    [InlineData("with five", 5, "Mass")]
    [InlineData("with eight", 8, "Mass")]
    [InlineData("with nine", 9, "WideMass")]
    [InlineData("with 28", 28, "WideMass")]
    [InlineData("with 29", 29, "Vast")]
    public void More_places_are_a_step_more(string story, int others, string expected) =>
        Assert.Equal((story, expected), (story, SignOf(Places(Cut, others), Aspect)));

    [Theory]
    [InlineData("five at one address", "10.9.0.XXX", 0, "AsUsual")]
    [InlineData("a minute later", null, 60, "Mass")]
    [InlineData("two minutes later", null, 120, "AsUsual")]
    public void Places_count_not_devices_and_those_of_these_minutes(
        string story,
        string? ip,
        double later,
        string expected
    )
    {
        var log = Day().Add(Cut, Device, auth: "x509Certificate");
        for (var i = 0; i < 5; i++)
            log.Add(
                $"0:00:10 C, {At(36_000 + later)} D 404104, {At(36_005 + later)} C",
                $"other{i}",
                auth: "x509Certificate",
                ip: ip ?? $"10.0.{i}.XXX"
            );

        Assert.Equal((story, expected), (story, SignOf(log, Aspect)));
    }

    [Fact]
    public void Four_places_are_few_on_a_hub_where_so_many_always_drop()
    {
        var log = Places(Cut, 4);
        for (var i = 0; i < 48; i++)
            log.Add(Repeated(Around(1400, 600, 56), "D 404104", 20, 11 * i), $"busy{i}", auth: "x509Certificate");

        Assert.Equal("AsUsual", SignOf(log, Aspect));
    }

    /// <summary>What ends on its token's clock is no drop, and so not among those that are counted.</summary>
    [Theory]
    [InlineData("its own drop is none of the others", Cut, 3, "More")]
    [InlineData("its token's end is no drop at all", "6:59:59 C, 10:59:59 D 401003, 11:00:03 C", 3, "More")]
    public void Its_own_end_does_not_count(string story, string rows, int others, string expected)
    {
        var log = Day().Add(rows, Device, auth: "sas", ip: "10.9.9.XXX");
        var at = rows == Cut ? 36_000 : 39_600;
        for (var i = 0; i < others; i++)
            log.Add($"0:00:10 C, {At(at)} D 404104, {At(at + 5)} C", $"other{i}", ip: $"10.0.{i}.XXX");

        Assert.Equal((story, expected), (story, SignOf(log, Aspect)));
    }

    [Theory]
    [InlineData("as many the day before", 9, 9, "1", "Daily")]
    [InlineData("as many the day after", 9, 9, "3", "Daily")]
    [InlineData("five are enough on the other day", 9, 5, "1", "Daily")]
    [InlineData("four are not", 9, 4, "1", "WideMass")]
    [InlineData("five on each day are no more than many", 5, 5, "1", "Mass")]
    [InlineData("two days before", 9, 9, "0", "WideMass")]
    public void What_many_do_each_day_is_by_the_clock(
        string story,
        int places,
        int otherDay,
        string day,
        string expected
    )
    {
        var log = Day(4).Add("2.00:00:10 C, 2.10:00:00 D 404104, 2.10:00:05 C", Device, auth: "x509Certificate");
        for (var i = 0; i < 9; i++)
            log.Add(
                (i < otherDay ? $"{day}.10:00:01 D 404104, {day}.10:00:05 C, " : "")
                    + (i < places ? "2.10:00:01 D 404104, 2.10:00:05 C" : ""),
                $"other{i}",
                auth: "x509Certificate",
                ip: $"10.0.{i}.XXX"
            );

        Assert.Equal((story, expected), (story, SignOf(log, Aspect)));
    }

    /// <summary>Who comes back within minutes of the drop, or of its own return, does not count.</summary>
    [Theory]
    [InlineData("back at once", "10:00:05 C", 5, 60, "Mass")]
    [InlineData("away for 13 minutes", "10:13:05 C", 5, 60, "Mass")]
    [InlineData("away for 14 minutes", "10:14:05 C", 5, 60, "MassWhileOpen")]
    [InlineData("away for an hour", "11:00:05 C", 5, 60, "MassWhileOpen")]
    [InlineData("away for good", "", 5, 60, "MassWhileOpen")]
    [InlineData("tries in vain after a minute", "10:01:00 F 500001, 11:00:05 C", 5, 60, "Mass")]
    [InlineData("away for an hour, and nobody let in", "11:00:05 C", 5, 0, "Mass")]
    [InlineData("one let in each five minutes", "11:00:05 C", 5, 11, "MassWhileOpen")]
    [InlineData("hardly one let in", "11:00:05 C", 5, 4, "Mass")]
    [InlineData("few drop with it, others are let in", "11:00:05 C", 3, 60, "More")]
    [InlineData("very many drop with it, others are let in", "11:00:05 C", 12, 60, "MassWhileOpen")]
    public void A_hub_that_lets_others_in_meanwhile_is_there(
        string story,
        string back,
        int others,
        int letIn,
        string expected
    )
    {
        var rows = "0:00:10 C, 10:00:00 D 404104, " + back;
        var log = Places(rows, others);
        for (var i = 0; i < letIn; i++)
        {
            var minute = 36_030 + 3600 * i / letIn;
            log.Add($"0:00:10 C, {At(minute - 2)} D, {At(minute)} C", $"let in {i}", ip: $"10.1.{i}.XXX");
        }

        Assert.Equal((story, expected), (story, SignOf(log, Aspect)));
    }

    [Theory]
    [InlineData(3, "MassWhileOpen")]
    [InlineData(2, "Mass")]
    public void Three_minutes_in_which_others_are_let_in_are_enough(int letIn, string expected)
    {
        var log = Places("0:00:10 C, 10:00:00 D 404104, 10:14:05 C", 5);
        for (var i = 0; i < letIn; i++)
            log.Add($"0:00:10 C, 10:0{i + 4}:00 D, 10:0{i + 4}:10 C", $"let in {i}", ip: $"10.1.{i}.XXX");

        Assert.Equal(expected, SignOf(log, Aspect));
    }

    [Fact]
    public void A_refusal_is_no_drop() =>
        Assert.Null(SignOf(Places("10:00:00 F 500001, 10:00:05 F 500001, 10:01:00 C", 9), Aspect));

    /// <summary>Tokens that were made together end together, at however many places.</summary>
    [Fact]
    public void The_end_of_tokens_that_were_made_together_is_no_drop() =>
        Assert.Null(SignOf(FleetEvidenceTests.Waves(3, hasErrors: false), Aspect, ^1, "d1"));

    [Theory]
    [InlineData("nobody else", 0, "quiet")]
    [InlineData("three others", 3, "others that dropped: 3, at 3 other places")]
    public void Tells_of_the_others(string story, int others, string expected) =>
        Assert.Equal((story, expected), (story, ValueOf(Places(Cut, others), Aspect)));

    private static TestLog Places(string rows, int others)
    {
        var log = Day().Add(rows, Device, auth: "x509Certificate", ip: "10.9.9.XXX");
        for (var i = 0; i < others; i++)
            log.Add(rows, $"other{i}", auth: "x509Certificate", ip: $"10.0.{i}.XXX");
        return log;
    }

    /// <summary>A log of whole days, so that what drops is far more than usual.</summary>
    private static TestLog Day(int days = 1) =>
        new TestLog().Add(
            string.Create(CultureInfo.InvariantCulture, $"0:00:00 C, {days - 1}.23:59:00 D"),
            "steady",
            ip: "10.8.0.XXX"
        );
}
