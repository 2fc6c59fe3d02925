using System.Collections;
using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Takes a time span also as people write it, such as <c>90s</c>, <c>2d12h</c>, <c>1w</c> or <c>PT24H</c>, and refuses
/// a bare number, which would mean ticks.
/// </summary>
internal sealed class DurationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is null)
            return null;
        // PowerShell takes 7d for a decimal and 90s for a short, and keeps what was typed beside the number; a comma
        // makes it a list.
        var given = value is IList list ? string.Join(',', list.Cast<object?>()) : $"{inputData}";
        var duration = value as TimeSpan? ?? WrittenDuration.Parse(given);
        return duration > TimeSpan.Zero
            ? duration
            : throw new ArgumentTransformationMetadataException(
                $"'{PlainText.Of(given)}' is no duration. "
                    + "Write 90s, 45m, 1.5h, 24h, 7d, 1w, 2d12h, PT24H or hh:mm:ss."
            );
    }
}
