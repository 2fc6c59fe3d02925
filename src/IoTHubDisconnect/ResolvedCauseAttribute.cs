using System.Globalization;
using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>Resolves disconnects that come where causes are wanted.</summary>
internal sealed class ResolvedCauseAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is DeviceDisconnect disconnect
            ? DisconnectCause.Resolve(disconnect, ResolveOptions.None, CultureInfo.CurrentUICulture)
            : inputData;
}
