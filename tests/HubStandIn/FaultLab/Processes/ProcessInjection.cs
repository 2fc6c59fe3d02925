using System.Text.Json.Nodes;
using HubStandIn.Network;
using HubStandIn.Registry;

namespace HubStandIn.FaultLab.Processes;

/// <summary>Does one fault to one process, or to the hub that it is connected to.</summary>
internal sealed class ProcessInjection(ProcessRun run, ProcessTime time, LabProcess process)
{
    /// <summary>How long a session lasts at most before its token ends it.</summary>
    public static readonly TimeSpan LongestToken = TimeSpan.FromMinutes(70);

    private StandInHub Hub => run.Hub;

    private HubIdentity Identity => process.Identity;

    public async Task<LabLabel> InjectAsync(ProcessFault fault)
    {
        switch (fault)
        {
            case ProcessFault.TokenRenewed:
                return Label("SasTokenRenewed", LongestToken);
            case ProcessFault.TokenExpired:
                return Label("SasTokenExpired", LongestToken);
            case ProcessFault.IdleCut:
                return Label("IdleTimeout", TimeSpan.FromMinutes(10));
            case ProcessFault.Killed:
                await process.KillAsync();
                var restart = Seconds(25, 60);
                run.In(restart, () => process.StartAsync(time.Now, TimeSpan.Zero));
                return Label("DeviceRestarted");
            case ProcessFault.Frozen:
                await process.FreezeAsync();
                run.In(Seconds(900, 2400), process.ThawAsync);
                return Label("NetworkLost", TimeSpan.FromMinutes(8));
            case ProcessFault.Reset:
                process.Path.Cut(PathCut.Reset);
                return Label("ConnectionReset");
            case ProcessFault.Duplicate:
                return await DuplicateAsync();
            case ProcessFault.WrongKey:
                return ChangeKey();
            case ProcessFault.Disabled:
                Identity.IsEnabled = false;
                Hub.Drop(Identity, HubErrorCode.DeviceConnectionClosedRemotely);
                Later(Seconds(300, 900), () => Identity.IsEnabled = true);
                return Label("DeviceDisabled");
            case ProcessFault.Deleted:
                Hub.Registry.Remove(Identity);
                Hub.Drop(Identity, HubErrorCode.DeviceConnectionClosedRemotely);
                return Label("DeviceNotFound");
            default:
                Hub.Conditions.Refusal = HubErrorCode.ServerError;
                Hub.DropAll(HubErrorCode.DeviceConnectionClosedRemotely);
                Later(Seconds(60, 180), () => Hub.Conditions.Refusal = null);
                return Label("HubFault");
        }
    }

    /// <summary>
    /// Both come back at once when they are thrown off, as the SDK does, until the second one is gone.
    /// </summary>
    private async Task<LabLabel> DuplicateAsync()
    {
        var other = run.Add(Identity.DeviceId, new JsonObject());
        await other.StartAsync(time.Now, TimeSpan.Zero);
        var length = Seconds(30, 60);
        run.In(length, other.KillAsync);
        return Label("DuplicateIdentity", length);
    }

    private LabLabel ChangeKey()
    {
        var good = Identity.PrimaryKey;
        Identity.PrimaryKey = HubIdentity.NewKey();
        process.Path.Cut(PathCut.Reset);
        Later(Seconds(600, 1200), () => Identity.PrimaryKey = good);
        return Label("Unauthorized") with { IsRefusal = true };
    }

    private void Later(TimeSpan wait, Action action) =>
        run.In(
            wait,
            () =>
            {
                action();
                return Task.CompletedTask;
            }
        );

    private LabLabel Label(string cause, TimeSpan? within = null) =>
        new(
            Identity.DeviceId,
            IsRefusal: false,
            time.Now.AddSeconds(-1),
            time.Now + (within ?? TimeSpan.FromSeconds(30)),
            cause
        );

    private TimeSpan Seconds(double least, double most) =>
        run.Between(TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most));
}
