using System.Globalization;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Causes.Aspects;
using static IoTHubDisconnect.Tests.Causes.Aspects.Asked;

namespace IoTHubDisconnect.Tests.Causes.Aspects;

/// <summary>
/// Who takes a session over. Rows name the place of each client: <c>@a</c>, <c>@b</c>, or <c>@</c> for none that the
/// log tells; capitals are of other software.
/// </summary>
public sealed class NewcomerTests
{
    private const string Aspect = "Newcomer";

    [Theory]
    [InlineData("the same place", "0:00:00 C @b, 1:00:00 D 400027 @b, 1:00:00.5 C @b", 0, "SameClient")]
    [InlineData("another place", "0:00:00 C @b, 1:00:00 D 400027 @b, 1:00:00.5 C @c", 0, "Moved")]
    [InlineData("the first place of all", "0:00:00 C @b, 1:00:00 D 400027 @b, 1:00:00.5 C @a", 0, "Moved")]
    [InlineData("an unknown place", "0:00:00 C @b, 1:00:00 D 400027 @b, 1:00:00.5 C @", 0, "SameClient")]
    [InlineData("from an unknown place", "0:00:00 C @, 1:00:00 D 400027 @, 1:00:00.5 C @b", 0, "SameClient")]
    [InlineData("nobody that the log has", "0:00:00 C @b, 1:00:00 D 400027 @b", 0, null)]
    [InlineData("other software", "0:00:00 C @b, 1:00:00 D 400027 @b, 1:00:00.5 C @B", 0, "OtherSoftware")]
    [InlineData("software without a name", "0:00:00 C @b, 1:00:00 D 400027 @b, 1:00:00.5 C @-b", 0, "SameClient")]
    [InlineData("after some without a name", "0:00:00 C @-b, 1:00:00 D 400027 @-b, 1:00:00.5 C @b", 0, "SameClient")]
    public void Sees_who_came(string story, string rows, int which, string? expected) =>
        Assert.Equal((story, expected), (story, SignOf(Log(rows), Aspect, which)));

    [Theory]
    [InlineData("there, and back in ten minutes", "b 0 c 600 b", 0, "MovedThereOrBack")]
    [InlineData("back, ten minutes after it went there", "b 0 c 600 b", 1, "MovedThereOrBack")]
    [InlineData("there, and back in two minutes", "b 0 c 120 b", 0, "MovedToAndFro")]
    [InlineData("back, two minutes after it went there", "b 0 c 120 b", 1, "MovedToAndFro")]
    [InlineData("there, and back in three minutes", "b 0 c 180 b", 0, "MovedThereOrBack")]
    [InlineData("there, and back in half an hour", "b 0 c 1800 b", 0, "Moved")]
    [InlineData("on to a third place", "b 0 c 120 d", 0, "Moved")]
    [InlineData("from a second to a third place", "b 0 c 120 d", 1, "Moved")]
    [InlineData("there, back and there, seen from the first", "b 0 c 600 b 1200 c", 0, "MovedToAndFro")]
    [InlineData("there, back and there, seen from the second", "b 0 c 600 b 1200 c", 1, "MovedToAndFro")]
    [InlineData("there, back and there, seen from the last", "b 0 c 600 b 1200 c", 2, "MovedToAndFro")]
    [InlineData("there, back and on, seen from the first", "b 0 c 600 b 1200 d", 0, "MovedThereOrBack")]
    [InlineData("another's turns before, seen from the last", "b 0 c 600 b 1200 d", 2, "Moved")]
    [InlineData("there and back, and there next day", "b 0 c 600 b 86400 c", 0, "MovedThereOrBack")]
    [InlineData("other software by turns at one place", "b 0 B 600 b 1200 B", 0, "OtherSoftwareToAndFro")]
    [InlineData("other software there and back at once", "b 0 B 100 b", 0, "OtherSoftwareToAndFro")]
    [InlineData("other software that takes itself over", "b 0 B 100 B 200 B", 0, "OtherSoftware")]
    [InlineData("other software, that is updated again", "b 0 B 100 -b 700 B", 0, "OtherSoftware")]
    [InlineData("other software that moves there and back", "b 0 B 100 C 700 B", 0, "OtherSoftware")]
    public void Two_that_change_places_take_turns(string story, string turns, int which, string expected) =>
        Assert.Equal((story, expected), (story, SignOf(Log(Turns(turns)), Aspect, which)));

    [Theory]
    [InlineData("in four minutes", "1:04:00 D 404104 @c, 1:04:02 C @b", "MovedToAndFro")]
    [InlineData("in six minutes", "1:06:00 D 404104 @c, 1:06:02 C @b", "Moved")]
    [InlineData("and comes back itself", "1:04:00 D 404104 @c, 1:04:02 C @c", "Moved")]
    [InlineData("and a third comes", "1:04:00 D 404104 @c, 1:04:02 C @d", "Moved")]
    [InlineData("and nobody comes", "1:04:00 D 404104 @c", "Moved")]
    [InlineData("never", "", "Moved")]
    public void A_newcomer_that_is_cut_as_the_other_returns_takes_turns(string story, string rows, string expected) =>
        Assert.Equal(
            (story, expected),
            (story, SignOf(Log("0:00:00 C @b, 1:00:00 D 400027 @b, 1:00:00.5 C @c, " + rows), Aspect))
        );

    [Fact]
    public void Software_that_is_cut_as_the_other_returns_takes_turns() =>
        Assert.Equal(
            "OtherSoftwareToAndFro",
            SignOf(Log("0:00:00 C @b, 1:00:00 D 400027 @b, 1:00:00.5 C @B, 1:04:00 D 404104 @B, 1:04:02 C @b"), Aspect)
        );

    /// <summary>Where a quarter of the devices move, few of them have two clients.</summary>
    [Theory]
    [InlineData("they move", "b 0 c 600 b 1200 c", 1, 6, "MovedThereOrBack")]
    [InlineData("they move, and turns are quicker later on", "b 0 c 600 b 1200 c 1260 b", 0, 6, "MovedThereOrBack")]
    [InlineData("they move, and it is back at once", "b 0 c 600 b 660 c", 0, 6, "MovedToAndFro")]
    [InlineData("few of them move", "b 0 c 600 b 1200 c", 1, 5, "MovedToAndFro")]
    public void Turns_of_devices_that_move_are_there_or_back(
        string story,
        string turns,
        int which,
        int movers,
        string expected
    )
    {
        var log = Log(Turns(turns));
        for (var i = 1; i < movers; i++)
            Add(log, Turns("b 0 c 900 b 1800 c 2700 b"), $"mover{i}");

        Assert.Equal((story, expected), (story, SignOf(log, Aspect, which)));
    }

    [Theory]
    [InlineData("the same place", "0:00:00 C @b, 1:00:00 D 400027 @b, 1:00:00.5 C @b", true)]
    [InlineData("another place", "0:00:00 C @b, 1:00:00 D 400027 @b, 1:00:00.5 C @c", false)]
    public void A_client_like_it_at_its_place_is_the_same(string story, string rows, bool expected) =>
        Assert.Equal(
            (story, expected),
            (story, Ask(Log(rows), (in DisconnectFacts facts) => Newcomer.IsSameClient(facts)))
        );

    [Theory]
    [InlineData("like it", "0:00:00 C @b, 1:00:00 D 400027 @b, 1:00:00.5 C @b", "a client like it, from 10.0.1.XXX")]
    [InlineData(
        "like it, elsewhere",
        "0:00:00 C @b, 1:00:00 D 400027 @b, 1:00:00.5 C @c",
        "a client like it, from another address (10.0.2.XXX)"
    )]
    public void Tells_who_came(string story, string rows, string expected) =>
        Assert.Equal((story, expected), (story, ValueOf(Log(rows), Aspect)));

    /// <summary>Clients that take one another over, each so many seconds after the first takeover.</summary>
    private static string Turns(string turns)
    {
        var parts = turns.Split(' ');
        var rows = $"0:00:00 C @{parts[0]}";
        for (var i = 1; i < parts.Length; i += 2)
        {
            var at = 3600 + int.Parse(parts[i], CultureInfo.InvariantCulture);
            rows += $", {SessionRows.At(at)} D 400027 @{parts[i - 1]}, {SessionRows.At(at + 0.5)} C @{parts[i + 1]}";
        }
        return rows;
    }

    private static TestLog Log(string rows) =>
        Add(new TestLog().Add("0:00:00 C, 2.00:00:00 D", "steady", ip: "10.0.0.XXX"), rows, Device);

    private static TestLog Add(TestLog log, string rows, string device)
    {
        foreach (var row in rows.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = row.IndexOf('@', StringComparison.Ordinal);
            var who = row[(at + 1)..].Trim();
            log.Add(
                row[..at],
                device,
                sdk: who.StartsWith('-') ? ""
                    : who.Any(char.IsUpper) ? TestLog.Node
                    : TestLog.C,
                ip: who.TrimStart('-').Length == 0 ? "" : $"10.0.{char.ToLowerInvariant(who[^1]) - 'a'}.XXX"
            );
        }
        return log;
    }
}
