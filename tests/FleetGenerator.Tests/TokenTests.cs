using FleetGenerator.Clients;
using FleetGenerator.Sessions;
using FleetGenerator.Tokens;

namespace FleetGenerator.Tests;

public class TokenTests
{
    private const double Minute = 60;

    [Theory]
    [InlineData(60, 48)]
    [InlineData(20, 16)]
    [InlineData(240, 192)]
    public void C_closes_at_eight_tenths_of_the_lifetime_after_its_latest_connect(int lifetime, double minutes)
    {
        var outcome = new World { Draft = World.DraftOf(SdkName.C, lifetime) }.Run(_ => [new DropAt(700)]);

        Assert.Equal($"{ErrorCodes.ClosedRemotely}", outcome.DisconnectCodes[0]);
        Assert.All(outcome.DisconnectCodes[1..], Assert.Null);
        for (var i = 1; i < outcome.Disconnects.Length; i++)
            Assert.Equal(minutes * Minute, outcome.Disconnects[i] - outcome.Connects[i], 1.5);
    }

    [Theory]
    [InlineData(SdkName.Node, 60, 45)]
    [InlineData(SdkName.Node, 30, 15)]
    [InlineData(SdkName.Python, 60, 58)]
    [InlineData(SdkName.Python, 15, 13)]
    public void Node_and_Python_close_on_a_grid_that_a_drop_does_not_move(SdkName sdk, int lifetime, double minutes)
    {
        var outcome = new World { Draft = World.DraftOf(sdk, lifetime) }.Run(_ => [new DropAt(700)]);

        var renewals = outcome.LabelTimes(Cause.SasTokenRenewed);
        Assert.True(renewals.Length > 8);
        for (var i = 0; i < renewals.Length; i++)
            Assert.Equal((i + 1) * minutes * Minute, renewals[i], 1.0);
    }

    [Theory]
    [InlineData(SdkName.Java, 60, 0)]
    [InlineData(SdkName.Java, 60, 5)]
    [InlineData(SdkName.FreeRtos, 45, 10)]
    [InlineData(SdkName.ThreadX, 15, 5)]
    public void The_hub_closes_at_the_lifetime_and_its_grace_after_each_connect(SdkName sdk, int lifetime, int grace)
    {
        var outcome = new World { Draft = World.DraftOf(sdk, lifetime), GraceMinutes = grace }.Run(_ =>
            [new DropAt(700)]
        );

        for (var i = 1; i < outcome.Disconnects.Length; i++)
            Assert.Equal((lifetime + grace) * Minute, outcome.Disconnects[i] - outcome.Connects[i], 3.0);
    }

    [Fact]
    public void Net_uses_its_token_again_after_an_early_drop()
    {
        var outcome = new World { Draft = World.DraftOf(SdkName.DotNet), GraceMinutes = 10 }.Run(_ =>
            [new DropAt(30 * Minute)]
        );

        Assert.Equal(70 * Minute, outcome.LabelTimes(Cause.SasTokenExpired)[0], 5.0);
    }

    [Fact]
    public void Net_makes_a_new_token_when_less_than_15_percent_are_left()
    {
        var outcome = new World { Draft = World.DraftOf(SdkName.DotNet), GraceMinutes = 0 }.Run(_ =>
            [new DropAt(55 * Minute)]
        );

        Assert.Equal((55 + 60) * Minute, outcome.LabelTimes(Cause.SasTokenExpired)[0], 6.0);
    }

    [Theory]
    [InlineData(Transport.Amqp, false)]
    [InlineData(Transport.AmqpWs, false)]
    [InlineData(Transport.Mqtt, true)]
    public void Neither_AMQP_nor_a_certificate_ends_a_session(Transport transport, bool certificate)
    {
        var outcome = new World { Draft = World.DraftOf(SdkName.DotNet, 60, transport, certificate) }.Run();

        Assert.Empty(outcome.Labels);
        Assert.Single(outcome.Rows);
    }

    [Fact]
    public void An_operators_token_is_closed_once()
    {
        World world = new() { Draft = World.DraftOf(SdkName.Raw) with { RenewsItsToken = false } };
        var outcome = world.Run(device =>
            [new TokenTrouble(device, new OperatorToken(3000, device.Hub.Grace, device.Rng))]
        );

        Assert.Equal(3300, Assert.Single(outcome.LabelTimes(Cause.SasTokenExpired)), 3.0);
    }

    [Theory]
    [InlineData(ExpiryPattern.UnauthorizedThenClosed, new[] { "401003", "404104" }, 0)]
    [InlineData(ExpiryPattern.ClosedThenRefused, new[] { "404104" }, 1)]
    [InlineData(ExpiryPattern.ClosedOnly, new[] { "404104" }, 0)]
    [InlineData(ExpiryPattern.UnauthorizedOnly, new[] { "401003" }, 0)]
    public void Each_pattern_of_an_expiry_is_one_disconnect(ExpiryPattern pattern, string[] codes, int refusals)
    {
        var outcome = new World { Draft = World.DraftOf(SdkName.Java, 500), Pattern = pattern }.Run();

        Assert.Equal(codes, outcome.DisconnectCodes);
        Assert.Equal(refusals, outcome.Refusals.Length);
        var label = Assert.Single(outcome.Labels);
        Assert.Equal(outcome.Disconnects[0], (label.Time - outcome.Start).TotalSeconds);
        Assert.True(outcome.Rows[^1].Time - label.Time < TimeSpan.FromMinutes(1));
    }
}
