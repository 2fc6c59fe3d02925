using System.Globalization;

namespace IoTHubDisconnect;

/// <summary>A part of a day, such as 22:00-06:00.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends; on the next day where that is not after the begin.</param>
public sealed record PlannedHours(TimeOnly Start, TimeOnly End)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start:HH:mm}-{End:HH:mm}");

    internal (DateTime From, DateTime To) On(DateTime day) =>
        (day + Start.ToTimeSpan(), day.AddDays(End <= Start ? 1 : 0) + End.ToTimeSpan());
}
