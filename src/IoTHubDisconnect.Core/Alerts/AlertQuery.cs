using System.Globalization;
using IoTHubDisconnect.Sources.Queries;

namespace IoTHubDisconnect.Alerts;

/// <summary>The query that a rule runs: how many devices of each hub had real disconnects in a window.</summary>
/// <param name="Window">The time that is looked at.</param>
/// <param name="Lifetimes">The lifetimes of the fleet's tokens.</param>
internal sealed record AlertQuery(TimeSpan Window, IReadOnlyCollection<TimeSpan> Lifetimes)
{
    /// <summary>
    /// Rows arrive minutes late; and a device whose token expired must have had the time to come back.
    /// </summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMinutes(5);

    private static readonly int[] ExpiryCodes = [TokenExpiry.Unauthorized, TokenExpiry.Closed];

    private const int Early = 30,
        Late = 60;

    private static readonly TimeSpan Return = TimeSpan.FromMinutes(1);

    private static readonly string Text = KqlTemplate.Fill(
        "alert.kql",
        (nameof(ExpiryCodes), Kql.Texts([.. ExpiryCodes.Select(c => $"{c}"), .. ExpiryCodes.Select(NameOf)])),
        (nameof(TokenExpiry.RenewedInPlace), Kql.Text(TokenExpiry.RenewedInPlace)),
        (nameof(TokenExpiry.Certificates), string.Join('|', TokenExpiry.Certificates)),
        (nameof(Return), Kql.Duration(Return))
    );

    /// <summary>
    /// The times before now that a rule can be made to read (azurerm documents them; the service's own documentation
    /// names the longest alone).
    /// </summary>
    private static readonly TimeSpan[] Ranges =
    [
        .. new[] { 5, 10, 15, 20, 30, 45 }.Select(m => TimeSpan.FromMinutes(m)),
        .. new[] { 1, 2, 3, 4, 5, 6, 24, 48 }.Select(h => TimeSpan.FromHours(h)),
    ];

    /// <summary>The longest lifetime that a rule with this window can tell.</summary>
    public TimeSpan LongestLifetime => Ranges[^1] - Around;

    /// <summary>How far back the query has to read.</summary>
    public TimeSpan Range => Ranges.First(r => r >= (Lifetimes.Count == 0 ? TimeSpan.Zero : Lifetimes.Max()) + Around);

    private TimeSpan Around => Window + Delay + TimeSpan.FromSeconds(TokenExpiry.Graces[^1] + Late);

    /// <summary>
    /// Whether the query leaves a disconnect with an error code out: what it does, in as many words, to the log's rows.
    /// </summary>
    public bool LeavesOut(DeviceDisconnect disconnect)
    {
        if (
            disconnect.ErrorCode is not { } code
            || !ExpiryCodes.Contains(code)
            || disconnect.RelatedErrorCode is { } related && !ExpiryCodes.Contains(related)
            || !(disconnect.Downtime <= Return)
        )
            return false;
        var context = disconnect.Profile.ContextOf(disconnect.Record);
        if (context.IsAmqp || context.UsesCertificate)
            return false;
        var time = disconnect.Time.UtcTicks;
        var oldest = time - Range.Ticks;
        for (var i = disconnect.Index; i >= 0; i--)
        {
            ref readonly var record = ref disconnect.Profile.Records[i];
            if (
                IsLifetime(time - record.Time)
                || IsLifetime(time - record.ConnectedAt)
                || IsLifetime(time - record.ReconnectedAt)
            )
                return true;
            // Sessions follow each other: those before this one are longer ago still.
            if (record.Time < oldest)
                return false;
        }
        return false;
    }

    private bool IsLifetime(long ticks) =>
        Lifetimes.Any(l =>
            TokenExpiry.Graces.Any(g =>
                TimeSpan.FromTicks(ticks).TotalSeconds - l.TotalSeconds - g is >= -Early and <= Late
            )
        );

    public override string ToString() =>
        $"""
            // The devices of each hub that were disconnected in the last {Minutes(Window)} minutes,
            // for other reasons than an orderly close{Expiries}.
            let Window = {Kql.Duration(Window)};
            let Delay = {Kql.Duration(Delay)};
            let Range = {Kql.Duration(Range)};
            let IsLifetime = (Age: real) {"{"} {Ages} {"}"};
            {Text}
            """.ReplaceLineEndings("\n");

    private string Ages =>
        string.Join(
            " or ",
            Lifetimes.Order().SelectMany(l => TokenExpiry.Graces.Select(g => Between(l, g))).DefaultIfEmpty("false")
        );

    private string Expiries =>
        Lifetimes.Count > 0
            ? $" or a token that expired on schedule: token lifetimes here are "
                + string.Join(", ", Lifetimes.Order().Select(l => $"{Minutes(l)} minutes"))
            : ".\n// Expired tokens are counted as well: a rule that reads two days does not see when they began";

    private static string Between(TimeSpan lifetime, double grace) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Age between ({lifetime.TotalSeconds + grace - Early:0.0} .. {lifetime.TotalSeconds + grace + Late:0.0})"
        );

    private static string NameOf(int code) => ErrorCodes.NameOf(code)!;

    private static string Minutes(TimeSpan span) => span.TotalMinutes.ToString("0.#", CultureInfo.InvariantCulture);
}
