using System.Runtime.CompilerServices;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Json;

/// <summary>
/// A record as <see cref="QuickRow"/> read it, with holes in place of the values that vary. Text that fits is a record
/// that <see cref="QuickRow"/> would read the same, with other values in the holes.
/// </summary>
internal sealed class RowShape : RecordShape
{
    private static readonly RowField[] Varying =
    [
        RowField.Time,
        RowField.DeviceId,
        RowField.ModuleId,
        RowField.MaskedIpAddress,
        RowField.SdkVersion,
    ];

    private static readonly RowField[] Alike =
    [
        RowField.ResourceId,
        RowField.OperationName,
        RowField.Level,
        RowField.ResultType,
        RowField.ResultDescription,
        RowField.Protocol,
        RowField.AuthType,
        RowField.StatusCode,
    ];

    private readonly byte[][] _runs;
    private readonly RowField[] _holes;
    private readonly byte[][] _values;
    private readonly bool _hasOutcome;

    private RowShape(byte[][] runs, RowField[] holes, byte[][] values, bool hasOutcome) =>
        (_runs, _holes, _values, _hasOutcome) = (runs, holes, values, hasOutcome);

    /// <summary>The text before the first hole.</summary>
    internal ReadOnlySpan<byte> Opening => _runs[0];

    /// <summary>The text between the first hole and the second.</summary>
    internal ReadOnlySpan<byte> Head => _runs[1];

    /// <param name="text">The record.</param>
    /// <param name="row">What was read of it and found good.</param>
    /// <returns>Null where a value that varies is no string.</returns>
    internal static RowShape? Of(ReadOnlySpan<byte> text, scoped in Row row)
    {
        var runs = new List<byte[]>();
        var holes = new RowField[Varying.Length];
        while (FindHole(text, row, out var start, out var length) is var hole and not RowField.None)
        {
            if (text[start - 1] != '"' || text[start + length] is not ((byte)'"' or (byte)'\\'))
                return null;
            holes[runs.Count] = hole;
            runs.Add(text[..start].ToArray());
            text = text[(start + length)..];
        }
        runs.Add(text.ToArray());
        var values = new byte[Alike.Length][];
        for (var i = 0; i < values.Length; i++)
            values[i] = row.Get(Alike[i]).ToArray();
        return new RowShape([.. runs], holes, values, row.Record.HasOutcome);
    }

    /// <param name="text">Begins with <see cref="Opening"/> and a value for the first hole.</param>
    /// <param name="first">The length of that value.</param>
    /// <param name="row">Takes the fields; worthless where the text does not fit.</param>
    /// <returns>The record's length; 0 where the text does not fit.</returns>
    [MethodImpl(HotPath.Reading)]
    internal int Read(ReadOnlySpan<byte> text, int first, ref Row row)
    {
        var runs = _runs;
        var rest = text[runs[0].Length..];
        var length = first;
        for (var hole = 0; ; hole++)
        {
            SetVarying(ref row, _holes[hole], rest[..length]);
            rest = rest[length..];
            var run = runs[hole + 1];
            if (!JsonBytes.StartsWith(rest, run))
                return 0;
            rest = rest[run.Length..];
            if (hole + 2 == runs.Length)
                break;
            length = JsonBytes.IndexOfStringEnd(rest);
            if (length < 0)
                return 0;
        }
        row.Record.Shape = this;
        if (Note is null)
            SetAlike(ref row);
        return text.Length - rest.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SetVarying(ref Row row, RowField field, ReadOnlySpan<byte> value)
    {
        if (field == RowField.Time)
            row.Time = value;
        else if (field == RowField.DeviceId)
            row.Record.DeviceId = value;
        else if (field == RowField.MaskedIpAddress)
            row.Record.MaskedIpAddress = value;
        else if (field == RowField.SdkVersion)
            row.Record.SdkVersion = value;
        else
            row.Record.ModuleId = value;
    }

    private void SetAlike(ref Row row)
    {
        for (var i = 0; i < Alike.Length; i++)
            row.Set(Alike[i], _values[i]);
        row.Record.HasOutcome = _hasOutcome;
    }

    private static RowField FindHole(ReadOnlySpan<byte> text, scoped in Row row, out int start, out int length)
    {
        (start, length) = (int.MaxValue, 0);
        var first = RowField.None;
        foreach (var field in Varying)
            if (text.Overlaps(row.Get(field), out var place) && place < start)
                (first, start, length) = (field, place, row.Get(field).Length);
        return first;
    }
}
