using System.Runtime.CompilerServices;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Fleets;

/// <summary>
/// A natural merge sort: each thread read a device's rows in order of time, so they come in a few runs.
/// </summary>
internal sealed class TimeSort(ContextTable contexts)
{
    private ConnectionEvent[] _other = [];

    public void Sort(ConnectionEvent[] rows, int start, int end)
    {
        while (true)
        {
            var middle = EndOfRun(rows, start, end);
            if (middle == end)
                return;
            for (var left = start; left < end; )
            {
                middle = EndOfRun(rows, left, end);
                var right = EndOfRun(rows, middle, end);
                Merge(rows, left, middle, right);
                left = right;
            }
        }
    }

    private int EndOfRun(ConnectionEvent[] rows, int start, int end)
    {
        if (start == end)
            return end;
        for (start++; start < end && !IsBefore(rows[start], rows[start - 1]); )
            start++;
        return start;
    }

    private void Merge(ConnectionEvent[] rows, int left, int middle, int end)
    {
        var count = middle - left;
        if (_other.Length < count)
            _other = new ConnectionEvent[2 * count];
        var other = _other;
        Array.Copy(rows, left, other, 0, count);
        for (var i = 0; i < count; )
            rows[left++] = middle < end && IsBefore(rows[middle], other[i]) ? rows[middle++] : other[i++];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsBefore(in ConnectionEvent a, in ConnectionEvent b) =>
        a.Ticks != b.Ticks ? a.Ticks < b.Ticks : IsBeforeAtOnce(a, b);

    /// <summary>Rows of one instant have one order, whoever read which and wherever they came from.</summary>
    private bool IsBeforeAtOnce(in ConnectionEvent a, in ConnectionEvent b)
    {
        if (a.Kind != b.Kind)
            return a.Kind < b.Kind;
        if (a.Code != b.Code)
            return ErrorTexts.Include(a.Code) && ErrorTexts.Include(b.Code)
                ? string.CompareOrdinal(contexts.Errors[a.Code], contexts.Errors[b.Code]) < 0
                : a.Code < b.Code;
        return a.Context != b.Context && Compare(contexts[a.Context], contexts[b.Context]) < 0;
    }

    private static int Compare(ConnectionContext a, ConnectionContext b)
    {
        var order = string.CompareOrdinal(a.MaskedIpAddress, b.MaskedIpAddress);
        if (order == 0)
            order = string.CompareOrdinal(a.Sdk.Name, b.Sdk.Name);
        if (order == 0)
            order = string.CompareOrdinal(a.Sdk.Version, b.Sdk.Version);
        if (order == 0)
            order = string.CompareOrdinal(a.Protocol, b.Protocol);
        return order != 0 ? order : string.CompareOrdinal(a.AuthenticationType, b.AuthenticationType);
    }
}
