using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Sources.Queries;

namespace IoTHubDisconnect.Sources;

/// <summary>How far reading a source came, in the words and numbers of the reader's culture.</summary>
/// <param name="Activity">What goes on.</param>
/// <param name="Status">How much is done, in the source's own measures.</param>
/// <param name="Percent">How much is done, by what is known of all.</param>
internal readonly record struct SourceProgress(string Activity, string Status, int Percent)
{
    public static SourceProgress Of(LogReadProgress read)
    {
        var all = read.AllBytes is { } bytes ? $"of {bytes / 1e6:N1} " : "";
        return new(
            "Reading logs",
            $"{read.Bytes / 1e6:N1} {all}MB, {read.Files:N0} of {read.AllFiles:N0} files, {read.Rows:N0} rows",
            read.Percent
        );
    }

    public static SourceProgress Of(QueryProgress read) =>
        new(
            "Reading logs from Azure",
            $"{read.Rows:N0} rows, {read.Done:N0} of {read.Slices:N0} slices",
            Math.Clamp(100 * read.Done / Math.Max(1, read.Slices), 0, 100)
        );
}
