using System.Text;
using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Reading.Events;

/// <summary>
/// The code that a row names, in whichever of its columns and by number, name or phrase; else what it says.
/// </summary>
internal static class RowCode
{
    private const int NotFound = 404;

    /// <summary>
    /// What a code says where a session ended: of all the 404s, one ends sessions. Several keep devices out, so that
    /// a refusal's stays what it is.
    /// </summary>
    public static int OfEnd(int code) => code == NotFound ? TokenExpiry.Closed : code;

    /// <param name="record">The row.</param>
    /// <param name="texts">Take what is not understood.</param>
    public static int Of(scoped in LogRecord record, ErrorTexts texts)
    {
        var result = WordOf(record.ResultType);
        var description = WordOf(record.ResultDescription);
        if (result.IsEmpty && description.IsEmpty && record.StatusCode.IsEmpty)
            return WithoutWords(record);
        var named = ErrorPhrase.CodeOf(result);
        if (named is null || ErrorPhrase.IsStatus(named.Value))
            named = MoreOf(named, ErrorPhrase.CodeOf(description));
        if ((named ?? ErrorCodes.CodeOf(record.StatusCode)) is { } code)
            return code;
        var words = result.IsEmpty ? description : result;
        return words.IsEmpty || !record.Level.IsEmpty && !IsFailure(record.Level)
            ? WithoutWords(record)
            : texts.Add(words);
    }

    private static int? MoreOf(int? named, int? described) =>
        described is { } code && (named is null || !ErrorPhrase.IsStatus(code)) ? code : named;

    private static int WithoutWords(scoped in LogRecord record) =>
        IsFailure(record.Level) ? ConnectionEvent.UnnumberedCode
        : record.HasOutcome || !record.StatusCode.IsEmpty ? ConnectionEvent.NoCode
        : ConnectionEvent.UntoldCode;

    /// <summary>Empty for what stands for success.</summary>
    private static ReadOnlySpan<byte> WordOf(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" "u8);
        return text.Length is 0 or > 9 || !IsSuccess(text) ? text : default;
    }

    private static bool IsSuccess(ReadOnlySpan<byte> text) =>
        text.SequenceEqual("0"u8)
        || text.SequenceEqual("200"u8)
        || Is(text, "OK"u8)
        || Is(text, "Success"u8)
        || Is(text, "Succeeded"u8)
        || Is(text, "null"u8);

    private static bool IsFailure(ReadOnlySpan<byte> level) =>
        Is(level, "Error"u8) || Is(level, "Warning"u8) || Is(level, "Critical"u8);

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) => Ascii.EqualsIgnoreCase(text, word);
}
