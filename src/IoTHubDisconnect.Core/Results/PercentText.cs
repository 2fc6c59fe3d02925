using System.Globalization;

namespace IoTHubDisconnect;

/// <summary>Parts of one as percentages: only nothing is 0 %, only all is 100 %, and little is less than 1 %.</summary>
internal static class PercentText
{
    /// <param name="part">0 to 1.</param>
    /// <param name="format">How the reader's language writes percentages, with the number at <c>{0}</c>.</param>
    public static string Of(double part, string format) =>
        Math.Round(100 * part) switch
        {
            0 when part > 0 => $"<{Write(1, format)}",
            100 when part < 1 => Write(99, format),
            var whole => Write(whole, format),
        };

    private static string Write(double whole, string format) =>
        string.Format(CultureInfo.InvariantCulture, format, whole);
}
