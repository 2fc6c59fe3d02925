using FleetGenerator.Clients;
using FleetGenerator.Habits;
using FleetGenerator.Sessions;

namespace FleetGenerator.Tests;

public class HabitTests
{
    private static readonly DeviceDraft Lasting = World.DraftOf(SdkName.Raw, certificate: true);

    [Theory]
    [InlineData(240)]
    [InlineData(350)]
    [InlineData(1767)]
    public void A_middlebox_cuts_at_a_constant_age(double age)
    {
        var outcome = new World { Draft = Lasting }.Run(device => [new IdleCut(device, age, 2, 0)]);

        Assert.All(
            outcome.Disconnects.Zip(outcome.Connects),
            session => Assert.InRange(session.First - session.Second, age, age + 2.5)
        );
        Assert.All(outcome.Labels, label => Assert.Equal(Cause.IdleTimeout, label.Cause));
    }

    [Fact]
    public void A_schedule_is_kept_and_closes_in_an_orderly_way()
    {
        var outcome = new World { Draft = Lasting }.Run(device => [new DutyCycle(device, 900, 60)]);

        Assert.All(outcome.Connects, at => Assert.InRange(at % 900, 0, 6));
        Assert.All(outcome.DisconnectCodes, Assert.Null);
        Assert.All(outcome.Labels, label => Assert.Equal(Cause.ClientClosed, label.Cause));
    }

    [Fact]
    public void A_device_takes_its_own_time_to_boot()
    {
        var outcome = new World { Draft = Lasting }.Run(device => [new Reboots(device, 2000, 70, 0.05, 0)]);

        Assert.NotEmpty(outcome.Disconnects);
        Assert.All(
            outcome.Connects[1..].Zip(outcome.Disconnects),
            gap => Assert.InRange(gap.First - gap.Second, 66, 74)
        );
    }

    [Fact]
    public void A_hard_reboot_shows_when_the_device_is_back()
    {
        var outcome = new World { Draft = Lasting }.Run(device => [new Reboots(device, 4000, 20, 0, 1)]);

        Assert.All(outcome.DisconnectCodes, code => Assert.Equal("400027", code));
        Assert.All(outcome.Labels, label => Assert.Equal(Cause.DeviceRestarted, label.Cause));
    }

    [Theory]
    [InlineData(Transport.Mqtt, "400027")]
    [InlineData(Transport.Amqp, "409002")]
    public void A_clone_and_the_device_throw_each_other_off_by_turns(Transport transport, string code)
    {
        World world = new() { Draft = World.DraftOf(SdkName.C, 60, transport, certificate: true) };
        var outcome = world.Run(device =>
            [new DuplicateIdentity(device, device.Client with { MaskedIpAddress = "10.9.9.XXX" }, [(5000, 5060)], 3, 4)]
        );

        Assert.True(outcome.DisconnectCodes.Length > 10);
        Assert.All(outcome.DisconnectCodes, each => Assert.Equal(code, each));
        string[] holders = [.. outcome.Rows.Where(row => row.IsConnect).Select(row => row.MaskedIpAddress)];
        Assert.All(holders.Zip(holders.Skip(1)), turn => Assert.NotEqual(turn.First, turn.Second));
        Assert.Equal("10.0.0.XXX", holders[^1]);
    }

    [Theory]
    [InlineData(ErrorCodes.DeviceDisabled, Cause.DeviceDisabled)]
    [InlineData(ErrorCodes.DeviceNotFound, Cause.DeviceNotFound)]
    [InlineData(ErrorCodes.Unauthorized, Cause.Unauthorized)]
    public void A_refused_device_has_one_run_until_it_is_let_in(int code, Cause cause)
    {
        var outcome = new World { Draft = Lasting }.Run(_ => [new DropAt(900), new RefusedFor(800, 9000, code, cause)]);

        var run = Assert.Single(outcome.Labels, label => label.Kind == LabelKind.Refused);
        Assert.Equal(cause, run.Cause);
        Assert.Equal(outcome.Refusals[0], (run.Time - outcome.Start).TotalSeconds);
        Assert.All(outcome.Refusals, at => Assert.InRange(at, 900, 9000));
        Assert.True(outcome.Connects[1] >= 9000);
    }

    [Fact]
    public void A_run_ends_when_the_reason_becomes_another()
    {
        var outcome = new World { Draft = Lasting }.Run(_ =>
            [
                new DropAt(900),
                new RefusedFor(800, 3000, ErrorCodes.DeviceDisabled, Cause.DeviceDisabled),
                new RefusedFor(3000, 5000, ErrorCodes.Unauthorized, Cause.Unauthorized),
            ]
        );

        Assert.Equal(
            [Cause.DeviceDisabled, Cause.Unauthorized],
            outcome.Labels.Where(label => label.Kind == LabelKind.Refused).Select(label => label.Cause)
        );
    }

    [Fact]
    public void A_throttled_device_is_dropped_and_refused_for_a_moment()
    {
        var outcome = new World { Draft = Lasting }.Run(device => [new Throttling(device, 5000, 60)]);

        Assert.All(outcome.DisconnectCodes, code => Assert.Contains(code, new[] { "429001", "429002" }));
        Assert.NotEmpty(outcome.Refusals);
        Assert.All(outcome.Labels, label => Assert.Equal(Cause.Throttled, label.Cause));
    }
}
