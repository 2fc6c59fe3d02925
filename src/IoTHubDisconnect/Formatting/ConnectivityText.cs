using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Writes results of a connectivity test the way the views show them, also those from another machine.
/// </summary>
public static class ConnectivityText
{
    private const string Repeated = "#Repeated";

    /// <summary>
    /// The reason, what else was skipped for it, and what to do; where another result of the round said the same, only
    /// that.
    /// </summary>
    public static string Of(PSObject result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.TypeNames[0].EndsWith(Repeated, StringComparison.Ordinal))
            return "As above.";
        var (reason, fix) = ($"{result.Properties["Reason"]?.Value}", $"{result.Properties["Fix"]?.Value}");
        var also = Format.Inline(result.Properties["AlsoSkipped"]?.Value);
        if (also.Length > 0)
            reason = $"{reason} Also skipped: {also}.";
        return fix.Length == 0 ? reason : $"{reason}\n-> {fix}";
    }
}
