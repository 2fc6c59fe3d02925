using System.Globalization;
using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Recall;
using IoTHubDisconnect.Tests.Sessions;

namespace IoTHubDisconnect.Tests.Recall;

public sealed class RecalledFleetTests
{
    [Theory]
    [MemberData(nameof(SessionTests.Cases), MemberType = typeof(SessionTests))]
    public void A_device_gets_its_history_back(string name, string rows, string expected)
    {
        _ = (name, expected);
        var before = new TestLog().Add(rows, sdk: TestLog.FreeRtos, auth: "x509Certificate").Disconnects();

        var after = RecalledFleet.Unite([.. before.Select(Recalled.Alone)], default);

        Assert.Equal(before.Select(Properties), after.Select(Properties));
        Assert.Equal(
            before.Select(d => (d.Record.FollowsClosed, d.AwaySince)),
            after.Select(d => (d.Record.FollowsClosed, d.AwaySince))
        );
        Assert.All(after, d => Assert.Same(after[0].Profile, d.Profile));
    }

    [Fact]
    public void Each_comes_back_alone_and_is_at_its_place_among_the_others()
    {
        var before = new TestLog()
            .Add("10:00:00 C, 11:00:00 D 404104, 11:00:05 C, 12:00:05 D 404104", device: "a")
            .Add("10:00:00 C, 11:00:01 D 404104", device: "a", module: "edge")
            .Add("10:00:00 C, 11:00:02 D 404104", device: "a", hub: "CONTOSO-US")
            .Disconnects();
        DeviceDisconnect[] shuffled = [before[3], before[1], before[0], before[2]];

        var alone = Array.ConvertAll(shuffled, Recalled.Alone);
        var united = RecalledFleet.Unite(alone, default);

        Assert.All(alone, d => Assert.True(d.IsAlone));
        Assert.All(united, d => Assert.False(d.IsAlone));
        Assert.Equal(shuffled.Select(Properties), united.Select(Properties));
        Assert.Equal(
            shuffled.Select(d => (d.Index, d.Profile.SessionCount)),
            united.Select(d => (d.Index, d.Profile.SessionCount))
        );
        Assert.Equal(
            shuffled.Select(d => (d.Hub.FirstRow, d.Hub.LastRow, d.Hub.DeviceCount)),
            united.Select(d => (d.Hub.FirstRow, d.Hub.LastRow, d.Hub.DeviceCount))
        );
        Assert.Equal(2, united.Select(d => d.Hub).Distinct().Count());
    }

    [Fact]
    public void Nobody_has_to_wait_for_them()
    {
        var before = new TestLog().Add("10:00:00 C, 11:00:00 D 404104").Disconnects();

        Assert.Throws<OperationCanceledException>(() =>
            RecalledFleet.Unite([Recalled.Alone(before[0])], new CancellationToken(canceled: true))
        );
    }

    [Fact]
    public void Addresses_are_the_same_ones_until_nobody_holds_them()
    {
        var contexts = ContextsOfTwo();

        Assert.True(
            SpinWait.SpinUntil(
                () =>
                {
                    GC.Collect();
                    return !contexts.IsAlive;
                },
                TimeSpan.FromSeconds(10)
            )
        );
    }

    [Fact]
    public void The_lifetime_of_tokens_comes_back_with_a_single_disconnect()
    {
        var hours = Enumerable.Range(0, 6).Select(hour => $"{hour}:00:00 C, {hour}:59:58 D 404104");
        var before = new TestLog().Add(string.Join(", ", hours), sdk: TestLog.FreeRtos).Disconnects();

        var after = Assert.Single(RecalledFleet.Unite([Recalled.Alone(before[0])], default));

        Assert.NotNull(before[0].Profile.TokenLifetime);
        Assert.Equal(before[0].Profile.TokenLifetime, after.Profile.TokenLifetime);
    }

    [Fact]
    public void Facts_in_words_are_read_again()
    {
        var cause = new TestLog().Add("10:00:00 C, 11:00:00 D 404104, 11:00:47 C").Causes().Single();

        Assert.NotEmpty(cause.Evidence);
        Assert.Equal(cause.Evidence.Select(Fact), cause.Evidence.Select(e => Fact(DisconnectEvidence.Parse($"{e}")!)));
        Assert.Equal(
            cause.Alternative.Select(a => $"{a}"),
            cause.Alternative.Select(a => $"{AlternativeCause.Parse($"{a}")}")
        );
        Assert.Null(DisconnectEvidence.Parse("something else"));
        Assert.Null(AlternativeCause.Parse("something else"));
    }

    // Not inlined, so that nothing of it is left on the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference ContextsOfTwo()
    {
        var before = new TestLog().Add("10:00:00 C, 11:00:00 D 404104, 11:00:05 C, 12:00:05 D 404104").Disconnects();
        var alone = before.Select(Recalled.Alone).ToArray();
        Assert.Equal(alone[0].Record.Context, alone[1].Record.Context);
        Assert.Same(alone[0].Profile.Recalled!.Contexts, alone[1].Profile.Recalled!.Contexts);
        return new WeakReference(alone[0].Profile.Recalled!.Contexts);
    }

    private static (string, string, string?, double) Fact(DisconnectEvidence fact) =>
        (fact.Name, fact.Value, fact.Expected, fact.Weight);

    private static string Properties(DeviceDisconnect disconnect) =>
        string.Join(
            '|',
            typeof(DeviceDisconnect)
                .GetProperties()
                .Where(p => p.Name is not (nameof(DeviceDisconnect.Profile) or nameof(DeviceDisconnect.Hub)))
                .Select(p => $"{p.Name}={Convert.ToString(p.GetValue(disconnect), CultureInfo.InvariantCulture)}")
        );
}
