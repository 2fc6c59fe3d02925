using System.Globalization;
using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Takes a moment that begins with its year for an ISO 8601 one, whatever the calendar of the session's culture is, and
/// any other text as the culture writes it.
/// </summary>
internal sealed class MomentAttribute : ArgumentTransformationAttribute
{
    private const int YearLength = 4;

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if ((inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is not string text)
            return inputData;
        var culture = BeginsWithYear(text.TrimStart()) ? CultureInfo.InvariantCulture : CultureInfo.CurrentCulture;
        return DateTimeOffset.TryParse(text, culture, DateTimeStyles.AssumeLocal, out var moment)
            ? moment
            : throw new ArgumentTransformationMetadataException(
                $"'{PlainText.Of(text)}' is no time. Write 2026-10-14, '2026-10-14 18:00' or 2026-10-14T18:00:00Z."
            );
    }

    private static bool BeginsWithYear(string text) =>
        text.Length > YearLength && text[..YearLength].All(char.IsAsciiDigit) && !char.IsAsciiDigit(text[YearLength]);
}
