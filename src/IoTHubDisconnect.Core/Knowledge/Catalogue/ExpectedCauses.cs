// Generated from catalogue.json. To change it, edit that file and run tools/Generate.

namespace IoTHubDisconnect;

/// <summary>The causes that belong to normal operation.</summary>
internal static class ExpectedCauses
{
    public static bool Include(CauseName cause) =>
        cause is CauseName.SasTokenExpired or CauseName.SasTokenRenewed or CauseName.ClientClosed;
}
