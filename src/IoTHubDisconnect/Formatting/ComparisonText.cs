using System.Globalization;

namespace IoTHubDisconnect.Commands;

/// <summary>Writes comparisons the way the views show them, figures as in the reader's culture.</summary>
public static class ComparisonText
{
    /// <summary>Whether a difference is more than chance, with how often chance makes one as large.</summary>
    public static string Chance(bool isSignificant, double p) => $"{(isSignificant ? "yes" : "no")} ({P(p)})";

    /// <summary>
    /// Whether the disconnects of the difference belong to normal operation, or the part that does; those of the
    /// reference where it has none.
    /// </summary>
    public static string Expected(
        object? isExpected,
        long referenceExpected,
        long reference,
        long differenceExpected,
        long difference
    ) =>
        difference > 0
            ? Format.Expected(isExpected, differenceExpected, difference)
            : Format.Expected(isExpected, referenceExpected, reference);

    /// <summary>A rate as a multiple of another.</summary>
    public static string Ratio(double? ratio) =>
        ratio is { } value ? value.ToString(value < 10 ? "0.00" : "N0", CultureInfo.CurrentCulture) + "x" : "-";

    private static string P(double p) =>
        p < 0.001 ? "p<0.001" : "p=" + p.ToString(p < 0.01 ? "0.000" : "0.00", CultureInfo.CurrentCulture);
}
