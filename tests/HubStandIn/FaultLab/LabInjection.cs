using HubStandIn.Network;
using HubStandIn.Registry;

namespace HubStandIn.FaultLab;

/// <summary>Does one fault to one device, or to the hub that it is connected to.</summary>
internal sealed class LabInjection(
    StandInHub hub,
    LabSchedule schedule,
    LabDevice device,
    Random random,
    Func<LabDevice> clone
)
{
    private HubIdentity Identity => device.Identity;

    public async Task<LabLabel> InjectAsync(LabFault fault)
    {
        switch (fault)
        {
            case LabFault.TokenExpired:
                return Closed("SasTokenExpired", TimeSpan.FromMinutes(70));
            case LabFault.TokenRenewed:
                return Closed("SasTokenRenewed", TimeSpan.FromMinutes(60));
            case LabFault.Reset:
                await CutAsync(PathCut.Reset, device.FirstWait());
                return Closed("ConnectionReset");
            case LabFault.Crash:
                await CutAsync(PathCut.Close, Seconds(25, 75), restarts: true);
                return Closed("DeviceRestarted");
            case LabFault.PowerLost:
                device.Path.Cut(PathCut.Silence);
                device.Lose(Seconds(600, 2400), withoutToken: true);
                return Closed("NetworkLost", TimeSpan.FromMinutes(8));
            case LabFault.Duplicate:
                return Duplicate();
            case LabFault.Disabled:
                Identity.IsEnabled = false;
                hub.Drop(Identity, HubErrorCode.DeviceConnectionClosedRemotely);
                Later(Seconds(300, 900), () => Identity.IsEnabled = true);
                return Closed("DeviceDisabled");
            case LabFault.Deleted:
                hub.Registry.Remove(Identity);
                hub.Drop(Identity, HubErrorCode.DeviceConnectionClosedRemotely);
                return Closed("DeviceNotFound");
            case LabFault.WrongKey:
                return await ChangeKeyAsync();
            case LabFault.Quota:
                Refuse(HubErrorCode.IotHubQuotaExceeded, HubErrorCode.IotHubQuotaExceeded, Seconds(600, 1800));
                return Closed("QuotaExceeded");
            case LabFault.HubFault:
                Refuse(HubErrorCode.DeviceConnectionClosedRemotely, HubErrorCode.ServerError, Seconds(60, 180));
                return Closed("HubFault");
            default:
                Refuse(
                    HubErrorCode.ConnectionForcefullyClosedOnFaultInjection,
                    HubErrorCode.ConnectionRejectedOnFaultInjection,
                    Seconds(5, 15)
                );
                return Closed("HubMaintenance");
        }
    }

    private async Task CutAsync(PathCut how, TimeSpan backIn, bool restarts = false)
    {
        device.Path.Cut(how);
        await LabRun.UntilAsync(() => !hub.IsConnected(Identity));
        device.Lose(backIn, restarts);
    }

    private LabLabel Duplicate()
    {
        var other = clone();
        var until = Seconds(120, 400);
        (device.FirstWait, other.FirstWait) = (() => Seconds(3, 7), () => Seconds(3, 7));
        other.StartIn(TimeSpan.Zero);
        Alternate(schedule.Now + until, other, device);
        return Closed("DuplicateIdentity", until);
    }

    /// <summary>Each that connects throws the other off, which comes back in a while.</summary>
    private void Alternate(DateTimeOffset until, LabDevice on, LabDevice off) =>
        schedule.In(
            TimeSpan.FromMilliseconds(1),
            async () =>
            {
                off.Look(isThrownOff: true);
                var wait = Seconds(3, 7);
                off.StartIn(wait);
                if (schedule.Now >= until && on == device)
                    await off.LeaveAsync();
                else
                    schedule.In(wait, () => AlternateAsync(until, off, on));
            }
        );

    private Task AlternateAsync(DateTimeOffset until, LabDevice on, LabDevice off)
    {
        Alternate(until, on, off);
        return Task.CompletedTask;
    }

    private async Task<LabLabel> ChangeKeyAsync()
    {
        var good = Identity.PrimaryKey;
        Identity.PrimaryKey = HubIdentity.NewKey();
        await CutAsync(PathCut.Reset, device.FirstWait());
        Later(Seconds(600, 1200), () => Identity.PrimaryKey = good);
        return Closed("Unauthorized") with { IsRefusal = true };
    }

    private void Refuse(HubErrorCode drop, HubErrorCode refusal, TimeSpan length)
    {
        hub.Conditions.Refusal = refusal;
        hub.DropAll(drop);
        Later(length, () => hub.Conditions.Refusal = null);
    }

    private void Later(TimeSpan wait, Action action) =>
        schedule.In(
            wait,
            () =>
            {
                action();
                return Task.CompletedTask;
            }
        );

    private LabLabel Closed(string cause, TimeSpan? within = null) =>
        new(
            Identity.DeviceId,
            IsRefusal: false,
            schedule.Now.AddSeconds(-1),
            schedule.Now + (within ?? TimeSpan.FromSeconds(20)),
            cause
        );

    private TimeSpan Seconds(double least, double most) =>
        TimeSpan.FromSeconds(least + ((most - least) * random.NextDouble()));
}
