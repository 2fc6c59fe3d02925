using System.Globalization;
using System.Text;

namespace FleetGenerator.Benchmark;

/// <summary>The time of the row that is being written, as text that changes with as little work as possible.</summary>
internal sealed class TimeText(DateTimeOffset start)
{
    public const int Length = 28;

    private const int FractionAt = 20;

    private readonly byte[] _text = new byte[Length];

    public ReadOnlySpan<byte> Bytes => _text;

    public void SetSecond(long second) =>
        Encoding.ASCII.GetBytes(
            start.AddSeconds(second).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture),
            _text
        );

    public void SetFraction(int ticks) => Digits.Write(_text.AsSpan(FractionAt, 7), ticks);
}

internal static class Digits
{
    /// <summary>Fills the span with a number's last digits.</summary>
    public static void Write(Span<byte> target, int number)
    {
        for (var i = target.Length - 1; i >= 0; i--, number /= 10)
            target[i] = (byte)('0' + (number % 10));
    }
}
