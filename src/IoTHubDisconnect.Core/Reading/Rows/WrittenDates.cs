using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Reading.Rows;

/// <summary>
/// The dates of a log that writes day and month as figures, such as <c>07/08/2026 10:00</c>: only all
/// of them together tell which is which.
/// </summary>
internal sealed partial class WrittenDates
{
    private const int Glance = 4096;
    private const int Block = 64 * 1024;
    private const int LongestDate = 40;
    private const int MuchLonger = 3;

    private bool _hasDayFirst,
        _hasMonthFirst,
        _isAmerican,
        _hasDots;
    private DateTime? _lastByDay,
        _lastByMonth;
    private TimeSpan _wayByDay,
        _wayByMonth;

    /// <summary>A figure above 12 tells.</summary>
    internal bool IsProven => _hasDayFirst || _hasMonthFirst;

    /// <summary>Some dates begin with the day and others with the month.</summary>
    internal bool IsMixed => _hasDayFirst && _hasMonthFirst;

    /// <summary>
    /// Nothing but the way of writing speaks for the order, and that is the same in several countries.
    /// </summary>
    internal bool IsGuess => !IsProven && ByDistance is null && !_isAmerican && !_hasDots;

    internal bool IsDayFirst => _hasDayFirst != _hasMonthFirst ? _hasDayFirst : ByDistance ?? !_isAmerican;

    /// <summary>
    /// Rows follow one another, so of two readings that with the shorter way from row to row is right.
    /// </summary>
    private bool? ByDistance =>
        _wayByDay * MuchLonger < _wayByMonth ? true
        : _wayByMonth * MuchLonger < _wayByDay ? false
        : null;

    /// <summary>Those that a log begins with; null where it does not write its dates so.</summary>
    internal static WrittenDates? Of(ReadOnlySpan<byte> head)
    {
        if (!Pattern().IsMatch(Encoding.Latin1.GetString(head[..Math.Min(head.Length, Glance)])))
            return null;
        var dates = new WrittenDates();
        dates.Add(Encoding.Latin1.GetString(head), head.Length);
        return dates;
    }

    /// <summary>Those of a whole text, up to where they prove their order.</summary>
    internal static WrittenDates Of(Stream text)
    {
        var dates = new WrittenDates();
        var block = new byte[Block];
        var kept = 0;
        while (!dates.IsProven && text.Read(block.AsSpan(kept)) is > 0 and var read)
        {
            var length = kept + read;
            kept = Math.Min(length, LongestDate);
            dates.Add(Encoding.Latin1.GetString(block, 0, length), length - kept);
            block.AsSpan(length - kept, kept).CopyTo(block);
        }
        dates.Add(Encoding.Latin1.GetString(block, 0, kept), kept);
        return dates;
    }

    private void Add(string text, int end)
    {
        foreach (var match in Pattern().EnumerateMatches(text))
            if (match.Index < end)
                Add(text.AsSpan(match.Index, match.Length), text.AsSpan(match.Index + match.Length));
    }

    private void Add(ReadOnlySpan<char> date, ReadOnlySpan<char> rest)
    {
        int second = date.IndexOfAny("/.-") + 1,
            year = second + date[second..].IndexOfAny("/.-") + 1;
        int a = Number(date[..(second - 1)]),
            b = Number(date[second..(year - 1)]);
        var time = date[(date.IndexOf(':') - 2)..].Trim();
        _hasDayFirst |= a > 12 && b <= 12;
        _hasMonthFirst |= b > 12 && a <= 12;
        _hasDots |= date[second - 1] is '.' or '-';
        var field = rest[..Math.Min(rest.Length, LongestDate / 2)];
        _isAmerican |=
            date[second - 1] == '/'
            && field.IndexOfAny('"', '\n') is var fieldEnd
            && (fieldEnd < 0 ? field : field[..fieldEnd]).IndexOfAny("AP") is >= 0 and var mark
            && mark + 1 < field.Length
            && field[mark + 1] == 'M';
        Follow(Of(Number(date.Slice(year, 4)), b, a, time), ref _lastByDay, ref _wayByDay);
        Follow(Of(Number(date.Slice(year, 4)), a, b, time), ref _lastByMonth, ref _wayByMonth);
    }

    private static void Follow(DateTime? date, ref DateTime? last, ref TimeSpan way)
    {
        if (date is null)
            return;
        if (last is not null)
            way += (date.Value - last.Value).Duration();
        last = date;
    }

    private static DateTime? Of(int year, int month, int day, ReadOnlySpan<char> time) =>
        year > 0 && month is > 0 and <= 12 && day > 0 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTime(year, month, day).AddMinutes(60 * Number(time[..time.IndexOf(':')]))
            : null;

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits.Trim(), CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<![0-9.:/-])[0-9]{1,2}(?:/[0-9]{1,2}/|\.[0-9]{1,2}\.|-[0-9]{1,2}-)[0-9]{4},?[T ][0-9 ]?[0-9]:[0-9]{2}",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Pattern();
}
