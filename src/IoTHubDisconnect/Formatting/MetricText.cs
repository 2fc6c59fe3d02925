using System.Globalization;

namespace IoTHubDisconnect.Commands;

/// <summary>Writes the figures of a metric the way the views show them, as in the reader's culture.</summary>
public static class MetricText
{
    private const int BarWidth = 20;

    /// <summary>A figure with a decimal where it has one; a dash where nothing was measured.</summary>
    public static string Number(double? value) => value?.ToString("#,0.#", CultureInfo.CurrentCulture) ?? "-";

    /// <summary>
    /// The lowest count of a minute as a bar, whose full length is the usual level; empty where either is not known.
    /// </summary>
    public static string Bar(double? lowest, double? usual)
    {
        if (lowest is not { } value || usual is not > 0)
            return "";
        var filled = (int)Math.Round(Math.Clamp(value / usual.Value, 0, 1) * BarWidth);
        return new string('#', filled) + new string('.', BarWidth - filled);
    }

    /// <summary>
    /// A dip as the devices that are missing, with their share of the usual ones: <c>-33 (77%)</c>; empty where there
    /// is none.
    /// </summary>
    public static string Dip(double? depth, double? usual) =>
        depth is { } missing && usual is > 0
            ? string.Create(
                CultureInfo.CurrentCulture,
                $"-{missing:#,0.#} ({Format.Percent(Math.Min(1, missing / usual.Value))})"
            )
            : "";
}
