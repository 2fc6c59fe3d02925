using System.Text;

namespace IoTHubDisconnect.Reading.Events;

/// <summary>What rows say of errors in words that are not understood, each with a number in place of a code.</summary>
internal sealed class ErrorTexts
{
    private const int First = 1 << 23;
    private const int Most = 1000;
    private const int Longest = 200;

    private readonly Utf8Interner _texts = new();

    /// <summary>Whether a number stands for a text rather than for an error code.</summary>
    public static bool Include(int code) => code >= First;

    /// <returns>The text's number; that of errors without one where there are too many.</returns>
    public int Add(ReadOnlySpan<byte> text)
    {
        var kept = text[..Math.Min(text.Length, Longest)];
        var id = _texts.Count < Most ? _texts.Intern(kept) : _texts.Find(kept);
        return id < 0 ? ConnectionEvent.UnnumberedCode : First + id;
    }

    /// <summary>The text, without what a screen would act on; null for a code.</summary>
    public string? this[int code] =>
        Include(code)
            ? string.Concat(Encoding.UTF8.GetString(_texts[code - First]).Select(c => char.IsControl(c) ? '\uFFFD' : c))
            : null;
}
