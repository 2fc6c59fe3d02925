using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>Resolves disconnects that come where causes are wanted.</summary>
internal sealed class ResolvedCauseAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Bare(inputData) switch
    {
        DeviceDisconnect disconnect => Resolve(disconnect),
        IList list => list.Cast<object?>().Select(item => Bare(item) is DeviceDisconnect disconnect ? Resolve(disconnect) : item).ToArray(),
        _ => inputData,
    };

    private static DisconnectCause Resolve(DeviceDisconnect disconnect) => DisconnectCause.Resolve(disconnect, ResolveOptions.None, CultureInfo.CurrentUICulture);

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
