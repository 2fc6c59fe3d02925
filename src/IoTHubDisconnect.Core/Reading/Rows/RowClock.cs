using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Reading.Rows;

/// <summary>
/// Reads the times of rows that follow one another: where the minute is the same as
/// before, only seconds are left to read.
/// </summary>
internal sealed class RowClock
{
    // 2026-11-16T01:58:36.7790000Z
    private const int MinuteLength = 16;
    private const int Length = 28;

    private readonly byte[] _minute = new byte[MinuteLength];
    private long _minuteTicks;

    /// <summary>Whether the day comes before the month where both are figures.</summary>
    internal bool IsDayFirst { get; set; }

    /// <summary>The zone of times that do not tell theirs.</summary>
    internal TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>Times of the hour that comes twice where clocks are set back.</summary>
    internal long Repeated { get; private set; }

    /// <summary>As <see cref="RowTime"/> does, with what is known of the file.</summary>
    [MethodImpl(HotPath.Reading)]
    internal bool TryRead(ReadOnlySpan<byte> text, out long ticks)
    {
        if (text.Length != Length || !TryReadSeconds(text[MinuteLength..], out var seconds))
            return TryParse(text, out ticks);
        if (ShortBytes.AreEqual(text[..MinuteLength], _minute))
        {
            ticks = _minuteTicks + seconds;
            return true;
        }
        if (!TryParse(text, out ticks))
            return false;
        text[..MinuteLength].CopyTo(_minute);
        _minuteTicks = ticks - seconds;
        return true;
    }

    private bool TryParse(ReadOnlySpan<byte> text, out long ticks)
    {
        if (!RowTime.TryParse(text, IsDayFirst, out ticks, out var hasOffset))
            return false;
        if (hasOffset || Zone == TimeZoneInfo.Utc)
            return true;
        var local = new DateTime(ticks);
        if (Zone.IsAmbiguousTime(local))
            Repeated++;
        ticks -= Zone.GetUtcOffset(local).Ticks;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;
    }

    /// <param name="text">Such as <c>:36.7790000Z</c>.</param>
    /// <param name="ticks">The part of the minute.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadSeconds(ReadOnlySpan<byte> text, out int ticks)
    {
        ticks = 0;
        if (text[0] != ':' || text[1] > '5' || text[3] != '.' || text[11] != 'Z')
            return false;
        for (var i = 1; i < 11; i++)
        {
            if (i == 3)
                continue;
            var digit = (uint)text[i] - '0';
            if (digit > 9)
                return false;
            ticks = (ticks * 10) + (int)digit;
        }
        return true;
    }
}
