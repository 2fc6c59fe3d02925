using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>Offers the same devices where wildcards are taken.</summary>
public sealed class DevicePatternCompleter : DeviceCompleter
{
    private protected override string Write(string device) => WildcardPattern.Escape(device);
}
