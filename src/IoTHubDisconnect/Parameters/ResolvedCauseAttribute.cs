using System.Globalization;
using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect.Commands;

/// <summary>Resolves disconnects that come where causes are wanted.</summary>
internal sealed class ResolvedCauseAttribute : RestoredAttribute
{
    private protected override object? TakeDisconnect(DeviceDisconnect disconnect) =>
        CauseExplainer.Resolve(disconnect, ResolveOptions.None, CultureInfo.CurrentUICulture);

    private protected override object? TakeCause(DisconnectCause cause) => cause;
}
