using System.Text;

namespace FleetGenerator.Logs;

/// <summary>Writes labels as CSV.</summary>
internal static class LabelFile
{
    public static void Write(string path, IEnumerable<Label> labels)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine("hub,deviceId,kind,time,cause,scope,sdk");
        foreach (var label in labels)
            writer.WriteLine(
                $"{label.HubName},{Quoted(label.DeviceId)},{label.Kind}"
                    + $",{label.Time.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffffZ},{label.Cause},{label.Scope},{label.Sdk}"
            );
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(',', '"') ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
}
