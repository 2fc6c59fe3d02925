using System.Globalization;
using System.Management.Automation;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;
using IoTHubDisconnect.Sources;

namespace IoTHubDisconnect.Commands;

/// <summary>Gets how many devices were connected to a hub, minute by minute, and marks dips.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectedDeviceCount", DefaultParameterSetName = ResourceIdSet)]
[OutputType(typeof(ConnectedDeviceCount))]
public sealed class GetConnectedDeviceCountCommand : HubCmdlet
{
    private static readonly TimeSpan UsualPeriod = TimeSpan.FromHours(24);

    private DateTimeOffset _start;
    private DateTimeOffset _end;

    /// <summary>The begin of the period; a time without an offset is local.</summary>
    [Parameter]
    [Moment]
    [FreeText]
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>The end of the period, which is now where it is not given; a time without an offset is local.</summary>
    [Parameter]
    [Moment]
    [FreeText]
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>The length of the period, up to -EndTime.</summary>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(PeriodCompleter))]
    public TimeSpan? Last { get; set; }

    /// <summary>Checks what no single parameter can.</summary>
    protected override void BeginProcessing()
    {
        if (Last is not null && StartTime is not null)
            ThrowTerminatingError(Errors.TwoStarts());
        var now = DateTimeOffset.UtcNow;
        _end = EndTime ?? now;
        _start = StartTime ?? TimePeriod.UpTo(_end, Last ?? UsualPeriod).Start;
        if (_start >= _end)
            ThrowTerminatingError(Errors.EmptyPeriod(_start, EndTime));
        var kept = now - ConnectedDeviceCounts.Kept;
        if (_start < kept)
            WriteWarning(
                $"Azure keeps this metric for {ConnectedDeviceCounts.Kept.Days} days: nothing comes from "
                    + $"before {kept.UtcDateTime:u}."
            );
    }

    private protected override void ProcessHub(HubName hub)
    {
        try
        {
            var azure = Azure.Connection;
            var (measured, dips) = Azure.Wait(call => ReadAsync(azure, hub, call));
            if (measured == 0)
                WriteWarning(
                    $"The metric connectedDeviceCount of {hub.Name} was not measured from "
                        + $"{_start.UtcDateTime:u} to {_end.UtcDateTime:u}."
                );
            WriteVerbose(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{hub.Name}: {measured:N0} minutes measured, {dips:N0} of them in dips."
                )
            );
        }
        catch (AzureException exception)
        {
            WriteError(exception.ToErrorRecord());
        }
    }

    private async Task<(long Measured, long Dips)> ReadAsync(IAzureConnection azure, HubName hub, AzureCall call)
    {
        var id = await HubLookup.FindAsync(azure.Resources, hub, call).ConfigureAwait(false);
        Azure.OnPipeline(() => AzureSession.Current?.Remember([new ResourceTarget(id)]));
        call.Verbose($"Asking for connectedDeviceCount of {id} from {_start.UtcDateTime:u} to {_end.UtcDateTime:u}.");
        var (measured, dips) = (0L, 0L);
        await foreach (
            var minute in ConnectedDeviceCounts
                .ReadAsync(azure.Resources, id, _start, _end, call)
                .WithCancellation(call.Cancellation)
                .ConfigureAwait(false)
        )
        {
            Azure.OnPipeline(() => WriteObject(minute));
            if (minute.Average is not null)
                measured++;
            if (minute.IsDip)
                dips++;
        }
        return (measured, dips);
    }
}
