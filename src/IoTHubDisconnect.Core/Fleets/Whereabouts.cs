using System.Globalization;
using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Fleets;

/// <summary>Says where devices were in a time in which none of them disconnected.</summary>
/// <param name="time">The time.</param>
/// <param name="devices">How many there are; those that never disconnected at all are not told of one by one.</param>
internal sealed class Whereabouts(ReportedTime time, int devices)
{
    private const int MostNamed = 5;

    private readonly List<string> _away = [];
    private readonly List<string> _others = [];

    public void Add(DeviceProfile device, HubActivity hub)
    {
        if (Absences.RecordAt(time.Start, device, hub) is { } away)
            _away.Add(DescribeAway(device, away, hub));
        else
            _others.Add(DescribeOther(device));
    }

    public override string ToString()
    {
        if (devices > MostNamed)
            return DescribeMany();
        var steady = devices - _away.Count - _others.Count;
        return string.Join(
            ' ',
            [
                .. _away,
                .. _others,
                .. steady > 0
                    ? [$"{Counted.Of(steady, "device")} connected and never disconnected in this log."]
                    : Array.Empty<string>(),
            ]
        );
    }

    private string DescribeMany()
    {
        var others = string.Create(CultureInfo.InvariantCulture, $"{devices - _away.Count:N0}");
        if (_away.Count == 0)
            return $"None of the {others} devices is known to have been away.";
        var rest = _away.Count > MostNamed ? $" So, too, {Counted.Of(_away.Count - MostNamed, "more device")}." : "";
        return $"{string.Join(' ', _away.Take(MostNamed))}{rest} None of the other {others} is known to have been.";
    }

    private string DescribeAway(DeviceProfile device, int index, HubActivity hub)
    {
        var first = Absences.First(device.Records, index);
        var went = $"since {At(device.Records[first].Time)}, by {EndOf(new DeviceDisconnect(device, first, hub))}";
        if (index > first)
            went += $", and refused by {EndOf(new DeviceDisconnect(device, index, hub))}";
        return Absences.BackAfter(device.Records, index) is not 0 and var back && back < time.End
            ? $"{NameOf(device)} was away until {At(back)}, {went}."
            : $"{NameOf(device)} was away throughout, {went}.";
    }

    private string DescribeOther(DeviceProfile device)
    {
        var (records, before) = (device.Records, Absences.LastBefore(device.Records, time.Start));
        if (before >= 0 && Absences.BackAfter(records, before) != 0)
            return $"{NameOf(device)} was connected, as far as the log tells.";
        return before + 1 < records.Length && records[before + 1].ConnectedAt is not 0 and var from && from < time.End
            ? from <= time.Start
                ? $"{NameOf(device)} was connected."
                : $"{NameOf(device)} was connected from {At(from)} on."
            : $"Whether {NameOf(device)} was connected, the log does not tell.";
    }

    private static string EndOf(DeviceDisconnect disconnect) =>
        disconnect switch
        {
            { Record.IsOrderly: true } => "an orderly close",
            { ErrorCode: > 0 and var code, ErrorName: var name } => $"{code} {name}".TrimEnd(),
            { ErrorName: { } text } => PlainText.Of(text),
            _ => "a close of which the log tells no more",
        };

    private static string NameOf(DeviceProfile device) =>
        PlainText.Of(device.ModuleId is null ? device.DeviceId : $"{device.DeviceId}/{device.ModuleId}");

    private static string At(long ticks) => $"{new DateTime(ticks, DateTimeKind.Utc):u}";
}
