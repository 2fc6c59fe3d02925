using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>Finds the disconnects in exported Connections logs.</summary>
[Cmdlet(VerbsCommon.Get, "DeviceDisconnect", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DeviceDisconnect))]
public sealed class GetDeviceDisconnectCommand : LogCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => CollectPaths();

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        using var log = ReadLog();
        if (log is null) return;
        var found = 0L;
        foreach (var disconnect in log.Find(Filter, Cancellation))
        {
            Cancellation.ThrowIfCancellationRequested();
            WriteObject(disconnect);
            found++;
        }
        if (found == 0 && log.RowCount > 0) WriteWarning(log.DescribeNothing(Filter));
        WriteVerbose($"{Counted.Of(found, "disconnect")}.");
    }
}
