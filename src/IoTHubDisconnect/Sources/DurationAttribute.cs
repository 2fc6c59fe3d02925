using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using System.Xml;

namespace IoTHubDisconnect.Commands;

/// <summary>Takes a time span also as <c>90s</c>, <c>45m</c>, <c>24h</c>, <c>7d</c> or <c>PT24H</c>, and refuses a bare number, which would mean ticks.</summary>
internal sealed partial class DurationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is null) return null;
        // PowerShell takes 7d for a decimal and 90s for a short, and keeps what was typed beside the number.
        var duration = value as TimeSpan? ?? Parse(inputData!.ToString()!.Trim());
        return duration > TimeSpan.Zero ? duration : throw Refused(value);
    }

    private static TimeSpan Parse(string text)
    {
        if (Short().Match(text) is { Success: true } match)
        {
            var number = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            return match.Groups[2].Value.ToLowerInvariant() switch
            {
                "s" => TimeSpan.FromSeconds(number),
                "m" => TimeSpan.FromMinutes(number),
                "h" => TimeSpan.FromHours(number),
                _ => TimeSpan.FromDays(number),
            };
        }
        if (text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)) return span;
        try
        {
            return text.StartsWith('P') ? XmlConvert.ToTimeSpan(text) : throw Refused(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw Refused(text);
        }
    }

    private static ArgumentTransformationMetadataException Refused(object value) =>
        new($"'{PlainText.Of($"{value}")}' is no duration. Write 90s, 45m, 24h, 7d, PT24H or hh:mm:ss.");

    [GeneratedRegex(@"^(\d{1,6}(?:\.\d+)?)([smhd])\z", RegexOptions.IgnoreCase)]
    private static partial Regex Short();
}
