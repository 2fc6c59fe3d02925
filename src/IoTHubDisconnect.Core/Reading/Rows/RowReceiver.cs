using System.Runtime.CompilerServices;
using System.Text;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Reading.Rows;

/// <summary>Takes rows as their format spells them, checks that they make sense, and hands the good ones on.</summary>
internal sealed class RowReceiver(ILogRecordSink sink, RangeTally tally)
{
    private const int LongestQuote = 40;

    private readonly RowClock _clock = new();
    private byte[] _decoded = new byte[256];

    internal RangeTally Tally { get; } = tally;

    /// <summary>Reads the times.</summary>
    internal RowClock Clock => _clock;

    [MethodImpl(HotPath.Reading)]
    internal RowOutcome Take(scoped ref Row row, long line)
    {
        if (!row.Category.SequenceEqual("Connections"u8) && !IsConnections(row))
            return PassOver(row, line);
        if (row.IsOfOperationsMonitoring)
        {
            Tally.Retired.Add(line);
            return RowOutcome.PassedOver;
        }
        if (Fault(ref row) is { } fault)
        {
            Tally.AddBroken(fault.Kind, line, fault.Detail);
            return RowOutcome.Broken;
        }
        if (row.Record.ResourceId.IsEmpty)
            row.Record.ResourceId = row.UnderscoreResourceId.IsEmpty ? row.Resource : row.UnderscoreResourceId;
        HandOn(in row.Record);
        return RowOutcome.HandedOn;
    }

    /// <summary>Takes rows of the category Connections that say the same but for their times.</summary>
    /// <param name="row">What they say.</param>
    /// <param name="times">When, in UTC ticks.</param>
    internal void TakeAlike(scoped ref Row row, ReadOnlySpan<long> times)
    {
        var fault = row.PropertiesError is { } error ? (LogProblemKind.BrokenRow, error) : Lack(row);
        foreach (var ticks in times)
        {
            if (fault is var (kind, detail))
            {
                Tally.AddBroken(kind, Tally.Rows + 1, detail);
                continue;
            }
            row.Record.Ticks = ticks;
            HandOn(in row.Record);
        }
    }

    /// <summary>Takes a row of a known shape, which is good if its time and device are.</summary>
    /// <returns>False where it is left to <see cref="Take"/> to say what is wrong.</returns>
    [MethodImpl(HotPath.Reading)]
    internal bool TryTakeKnown(scoped ref Row row)
    {
        if (row.Record.DeviceId.IsEmpty || !_clock.TryRead(row.Time, out row.Record.Ticks))
            return false;
        HandOn(in row.Record);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void HandOn(scoped in LogRecord record)
    {
        Tally.Rows++;
        if (record.Ticks % TimeSpan.TicksPerMinute == 0)
            Tally.WholeMinutes++;
        if (record.SdkVersion.Contains((byte)'%'))
            HandOnDecoded(record);
        else
            sink.Add(in record);
    }

    private void HandOnDecoded(scoped in LogRecord record)
    {
        var decoded = record;
        decoded.SdkVersion = DecodePercents(record.SdkVersion);
        sink.Add(in decoded);
    }

    private RowOutcome PassOver(scoped in Row row, long line)
    {
        if (!row.Category.IsEmpty || !row.Record.OperationName.IsEmpty)
        {
            Tally.Others.Add(row.Category, line);
            return RowOutcome.PassedOver;
        }
        if (row.IsLogRow)
            Tally.AddBroken(LogProblemKind.IncompleteRow, line, "the row has no operationName");
        else
            Tally.AddForeign(line);
        return RowOutcome.Broken;
    }

    private static bool IsConnections(scoped in Row row) =>
        row.Category.IsEmpty
            ? ConnectionOperation.KindOf(row.Record.OperationName) is not null
            : Ascii.EqualsIgnoreCase(row.Category, "Connections"u8);

    [MethodImpl(HotPath.Reading)]
    private (LogProblemKind Kind, string Detail)? Fault(scoped ref Row row)
    {
        if (row.PropertiesError is { } error)
            return (LogProblemKind.BrokenRow, error);
        if (row.Time.IsEmpty)
            return (LogProblemKind.InvalidTime, "the row has no time");
        if (!_clock.TryRead(row.Time, out row.Record.Ticks))
            return (LogProblemKind.InvalidTime, $"its time '{Quote(row.Time)}' is no time");
        return Lack(row);
    }

    private static (LogProblemKind Kind, string Detail)? Lack(scoped in Row row)
    {
        if (row.Record.OperationName.IsEmpty)
            return (LogProblemKind.IncompleteRow, "the row has no operationName");
        if (row.Record.DeviceId.IsEmpty)
            return (LogProblemKind.IncompleteRow, "its properties have no deviceId");
        return null;
    }

    private static string Quote(ReadOnlySpan<byte> text) =>
        Encoding.UTF8.GetString(text[..Math.Min(text.Length, LongestQuote)]) + (text.Length > LongestQuote ? "…" : "");

    // Some SDKs' names arrive with their URL escapes: azure-iot-device%2F1.18.3. Those of characters that no name has
    // stay as they are: devices write them, and terminals would obey some.
    private ReadOnlySpan<byte> DecodePercents(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf("%2F"u8) < 0 && text.IndexOf("%2f"u8) < 0)
            return text;
        if (_decoded.Length < text.Length)
            _decoded = new byte[text.Length];
        var length = 0;
        for (var at = 0; at < text.Length; at++)
            if (text[at] == '%' && TryDecode(text[(at + 1)..], out var letter))
                (_decoded[length++], at) = (letter, at + 2);
            else
                _decoded[length++] = text[at];
        return _decoded.AsSpan(0, length);
    }

    private static bool TryDecode(ReadOnlySpan<byte> digits, out byte letter)
    {
        var isCode =
            digits.Length >= 2 && char.IsAsciiHexDigit((char)digits[0]) && char.IsAsciiHexDigit((char)digits[1]);
        letter = isCode ? (byte)((Hex(digits[0]) << 4) | Hex(digits[1])) : (byte)0;
        return letter is >= (byte)' ' and <= (byte)'~';
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
