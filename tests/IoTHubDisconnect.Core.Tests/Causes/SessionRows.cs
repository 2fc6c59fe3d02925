using System.Globalization;
using System.Text;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>Rows of sessions in <see cref="TestLog"/>'s shorthand.</summary>
internal static class SessionRows
{
    /// <summary>
    /// Sessions one after the other, of so many seconds each, with a time away between them that varies a little.
    /// </summary>
    public static string Repeated(double[] seconds, string end, double away, double start = 0)
    {
        var text = new StringBuilder();
        var now = TimeSpan.FromSeconds(start);
        for (var i = 0; i < seconds.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{now:c} C, ");
            now += TimeSpan.FromSeconds(seconds[i]);
            text.Append(CultureInfo.InvariantCulture, $"{now:c} {end}, ");
            now += TimeSpan.FromSeconds(away + (away > 10 ? i % 3 : 0));
        }
        return text.Append(CultureInfo.InvariantCulture, $"{now:c} C, ").ToString();
    }

    public static string At(double seconds) =>
        TimeSpan.FromSeconds(seconds).ToString("c", CultureInfo.InvariantCulture);

    /// <summary>So many sessions of about one length, give or take some seconds.</summary>
    public static double[] Around(double seconds, double jitter, int count)
    {
        var chance = new Random(7);
        return
        [
            .. Enumerable.Range(0, count).Select(_ => Math.Round(seconds + jitter * (2 * chance.NextDouble() - 1), 1)),
        ];
    }

    /// <summary>Sessions that end at the same time of each period, whenever they began.</summary>
    public static string Schedule(double period, double phase, string end, double away, int count)
    {
        var text = new StringBuilder("0:00:01 C, ");
        for (var i = 0; i < count; i++)
        {
            var at = TimeSpan.FromSeconds(i * period + phase + i % 2);
            text.Append(CultureInfo.InvariantCulture, $"{at:c} {end}, {at + TimeSpan.FromSeconds(away + i % 3):c} C, ");
        }
        return text.ToString();
    }

    /// <summary>Days of work, cut between ten in the evening and so many seconds later; back at five.</summary>
    public static string Nights(int count, double give) =>
        string.Concat(
            Enumerable
                .Range(0, count)
                .Select(day =>
                    $"{day}.05:00:{day * 7:00} C, {day}.{At(79_200 + give * (day * 37 % 10) / 10)} D 404104, "
                )
        )
        + $"{count}.05:00:30 C, {count}.11:13:00 D 404104, {count}.11:13:02 C, {count}.22:04:00 D 404104, "
        + $"{count + 1}.05:00:09 C";
}
