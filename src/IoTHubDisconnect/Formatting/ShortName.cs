using System.Globalization;

namespace IoTHubDisconnect.Commands;

/// <summary>Makes names fit a column and keeps what tells them apart.</summary>
public static class ShortName
{
    private static readonly string[] CommonBeginnings = ["DeviceConnection", "ConnectionForcefully", "IotHub"];

    /// <summary>
    /// A device, or a module of it, cut in the middle where it is too long: names of one fleet differ at their ends.
    /// </summary>
    public static string Device(string? deviceId, string? moduleId, int width)
    {
        var name = PlainText.Of(string.IsNullOrEmpty(moduleId) ? $"{deviceId}" : $"{deviceId}/{moduleId}");
        if (name.Length <= width)
            return name;
        var end = (width - 1) / 2;
        return $"{name[..(width - 1 - end)]}…{name[^end..]}";
    }

    /// <summary>
    /// An error code with the part of its name that says most, and the code that came with it: <c>404104+401003
    /// ClosedRemotely</c>.
    /// </summary>
    public static string Error(int? code, string? name, int? related) =>
        code switch
        {
            null => "-",
            0 => "no number",
            _ => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{code}{(related is null ? "" : $"+{related}")} {PlainText.Of(Shorten(name) ?? "")}"
                )
                .TrimEnd(),
        };

    private static string? Shorten(string? name) =>
        Array.Find(CommonBeginnings, beginning => name?.StartsWith(beginning, StringComparison.Ordinal) == true)
            is { } common
            ? name![common.Length..]
            : name;
}
