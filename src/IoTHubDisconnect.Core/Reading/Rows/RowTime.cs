using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace IoTHubDisconnect.Reading.Rows;

/// <summary>Reads a row's time. Without an offset it is taken as UTC; digits beyond 100 ns are dropped.</summary>
internal static class RowTime
{
    private const int SecondsLength = 19;
    private const int LongestOther = 64;
    private static readonly char[] DateSeparators = ['/', '.', '-'];

    internal static bool TryParse(ReadOnlySpan<byte> text, out long ticks) =>
        TryParse(text, dayFirst: false, out ticks, out _);

    /// <param name="text">The time.</param>
    /// <param name="dayFirst">Whether the day comes before the month where both are
    /// figures and the year is last.</param>
    /// <param name="ticks">UTC.</param>
    /// <param name="hasOffset">Whether the text itself tells its offset.</param>
    internal static bool TryParse(ReadOnlySpan<byte> text, bool dayFirst, out long ticks, out bool hasOffset) =>
        TryParseIso(text, out ticks, out hasOffset) || TryParseOther(text, dayFirst, out ticks, out hasOffset);

    [MethodImpl(HotPath.Reading)]
    private static bool TryParseIso(ReadOnlySpan<byte> text, out long ticks, out bool hasOffset)
    {
        ticks = 0;
        hasOffset = false;
        if (
            text.Length < SecondsLength
            || text[4] != '-'
            || text[7] != '-'
            || (text[10] | 0x20) is not ('t' or ' ')
            || text[13] != ':'
            || text[16] != ':'
        )
            return false;
        int century = Two(text, 0),
            yearInCentury = Two(text, 2),
            month = Two(text, 5),
            day = Two(text, 8);
        int hour = Two(text, 11),
            minute = Two(text, 14),
            second = Two(text, 17);
        var year = (century * 100) + yearInCentury;
        if (
            (century | yearInCentury | month | day | hour | minute | second) < 0
            || year == 0
            || month is 0 or > 12
            || day == 0
            || day > DateTime.DaysInMonth(year, month)
            || hour > 23
            || minute > 59
            || second > 59
        )
            return false;

        var at = SecondsLength;
        var fraction = 0;
        if (at < text.Length && text[at] is (byte)'.' or (byte)',')
        {
            var digits = 0;
            for (at++; at < text.Length && char.IsAsciiDigit((char)text[at]); at++, digits++)
                if (digits < 7)
                    fraction = (fraction * 10) + text[at] - '0';
            if (digits == 0)
                return false;
            for (; digits < 7; digits++)
                fraction *= 10;
        }

        ticks =
            new DateTime(year, month, day).Ticks
            + (((hour * 60L) + minute) * 60 + second) * TimeSpan.TicksPerSecond
            + fraction;
        hasOffset = at < text.Length;
        return TryTakeOffset(text[at..], ref ticks);
    }

    [MethodImpl(HotPath.Reading)]
    private static bool TryTakeOffset(ReadOnlySpan<byte> text, ref long ticks)
    {
        if (text.IsEmpty || (text.Length == 1 && (text[0] | 0x20) == 'z'))
            return true;
        var colon = text.Length == 6 && text[3] == ':';
        if (text[0] is not ((byte)'+' or (byte)'-') || !(colon || text.Length is 3 or 5))
            return false;
        int hours = Two(text, 1),
            minutes = text.Length == 3 ? 0 : Two(text, colon ? 4 : 3);
        if ((hours | minutes) < 0 || hours > 14 || minutes > 59)
            return false;
        var offset = ((hours * 60L) + minutes) * TimeSpan.TicksPerMinute;
        ticks -= text[0] == '-' ? -offset : offset;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        uint tens = (uint)text[at] - '0',
            ones = (uint)text[at + 1] - '0';
        return tens > 9 || ones > 9 ? -1 : (int)((tens * 10) + ones);
    }

    private static bool TryParseOther(ReadOnlySpan<byte> text, bool dayFirst, out long ticks, out bool hasOffset)
    {
        ticks = 0;
        hasOffset = false;
        if (text.Length > LongestOther || !text.Contains((byte)':'))
            return false;
        // Browsers put a narrow no-break space before AM and PM.
        var written = Encoding.UTF8.GetString(text).Replace('\u202F', ' ').Replace('\u00A0', ' ');
        if (dayFirst)
            written = MonthFirst(written);
        if (
            !HasYear(written)
            || !DateTime.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time)
        )
            return false;
        ticks = time.Ticks;
        hasOffset = time.Kind == DateTimeKind.Utc;
        // Where an offset leads to before the year 1, DateTime adds a day.
        return !hasOffset || time.Year > 1;
    }

    /// <summary>
    /// 16.07.2026, 20:26:12,030 as 07/16/2026 20:26:12.030, and Spanish halves of the day as English ones.
    /// </summary>
    private static string MonthFirst(string text)
    {
        var second = text.IndexOfAny(DateSeparators) + 1;
        var year = second == 0 ? 0 : text.IndexOfAny(DateSeparators, second) + 1;
        if (year == 0 || second > 3 || year - second > 3)
            return text;
        var time = text[year..].Replace(". m.", "M", StringComparison.OrdinalIgnoreCase);
        var fraction = time.LastIndexOf(',');
        if (fraction > time.IndexOf(':'))
            time = $"{time[..fraction]}.{time[(fraction + 1)..]}";
        return $"{text[second..(year - 1)]}/{text[..(second - 1)]}/{time}";
    }

    private static bool HasYear(string text)
    {
        var run = 0;
        foreach (var c in text)
        {
            run = char.IsAsciiDigit(c) ? run + 1 : 0;
            if (run == 4)
                return true;
        }
        return false;
    }
}
