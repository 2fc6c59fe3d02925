using System.Globalization;

namespace IoTHubDisconnect;

/// <summary>How many disconnects a fix would have saved: an estimate from the fleet's own numbers.</summary>
public sealed class DisconnectSaving
{
    internal DisconnectSaving(
        DisconnectFix fix,
        long count,
        long of,
        long concerned,
        TimeSpan shortest,
        TimeSpan longest
    )
    {
        Fix = fix;
        Count = count;
        Share = of == 0 ? 0 : (double)count / of;
        ConcernedCount = concerned;
        ShortestLifetime = shortest;
        LongestLifetime = longest;
    }

    /// <summary>What would be changed.</summary>
    public DisconnectFix Fix { get; }

    /// <summary>Disconnects that would not have been: an estimate.</summary>
    public long Count { get; }

    /// <summary>Their part of all disconnects of the group, 0 to 1.</summary>
    public double Share { get; }

    /// <summary>Disconnects at a token's renewal or expiry on connections that the fix could change.</summary>
    public long ConcernedCount { get; }

    /// <summary>The shortest lifetime of the tokens concerned; one hour where the log does not tell.</summary>
    public TimeSpan ShortestLifetime { get; }

    /// <summary>The longest lifetime of the tokens concerned; one hour where the log does not tell.</summary>
    public TimeSpan LongestLifetime { get; }

    /// <summary>What the estimate stands on, in one sentence.</summary>
    public string Basis =>
        Fix switch
        {
            DisconnectFix.LongerTokenLifetime =>
                $"Estimate: tokens that now live {Lifetimes} would live {SavingsTally.LongLifetime.TotalHours:0} "
                    + $"hours, and their {Concerned} come that much less often.",
            DisconnectFix.Amqp => $"Estimate: {Concerned} are of SDKs (C, .NET, Java, Node.js) that renew the "
                + "token within an AMQP connection.",
            _ => $"Estimate: {Concerned} are of clients with tokens; with certificates there is nothing to renew.",
        };

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Fix}: {Count}");

    private string Concerned =>
        ConcernedCount == 1
            ? "1 renewal or expiry"
            : string.Create(CultureInfo.InvariantCulture, $"{ConcernedCount:N0} renewals and expiries");

    private string Lifetimes =>
        ShortestLifetime == LongestLifetime
            ? DurationText.Of(ShortestLifetime)
            : $"{DurationText.Of(ShortestLifetime)} to {DurationText.Of(LongestLifetime)}";
}
