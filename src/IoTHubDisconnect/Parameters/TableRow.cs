using System.Management.Automation;
using System.Text;
using IoTHubDisconnect.Fleets.Recall;
using IoTHubDisconnect.Reading.Csv;
using IoTHubDisconnect.Reading.Input;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// A row of a log or of a table of disconnects where a path or a disconnect is wanted. Parameters let it through, so
/// that the cmdlet refuses it once: what a parameter refuses is an error for each row.
/// </summary>
internal static class TableRow
{
    /// <summary>How PowerShell begins an object's properties as text.</summary>
    private const string ObjectStart = "@{";

    private const int HeadLength = 4096;

    /// <summary>No hub's; that of the disconnects that stand for rows.</summary>
    private static readonly string Mark = "row of a table";

    /// <summary>Stands for a row among paths.</summary>
    public static string AsPath(PSObject row) => Excerpt.Of(row);

    /// <summary>Stands for a row among causes and, by its disconnect, among these.</summary>
    public static DisconnectCause AsCause(object row)
    {
        var disconnect = new RecalledDisconnect
        {
            HubName = "",
            ResourceId = Mark,
            DeviceId = Excerpt.Of(row),
            Kind = DisconnectKind.Closed,
            Time = DateTimeOffset.UnixEpoch,
        }.Restore(null);
        return new(disconnect, default, 0, default, null!);
    }

    /// <summary>Whether it is an object that Import-Csv, ConvertFrom-Json or Select-Object made of a row.</summary>
    public static bool Is(PSObject item)
    {
        if (SerializedDisconnect.IsOne(item) || SerializedDisconnect.IsCause(item))
            return false;
        var columns = new RowColumns([.. item.Properties.Select(property => property.Name)]);
        return columns.Has(RowField.Time) && (columns.Has(RowField.OperationName) || columns.Has(RowField.DeviceId));
    }

    /// <summary>Whether what was given for a path is what a log or a table holds.</summary>
    public static bool IsContent(string path)
    {
        var head = path[..Math.Min(HeadLength, path.Length)].Trim();
        if (head.StartsWith(ObjectStart, StringComparison.Ordinal))
            return true;
        var bytes = Encoding.UTF8.GetBytes(head);
        return bytes.Length > 0
            && (
                LogFormatFinder.Find(bytes) is LogFormat.Json or LogFormat.JsonLines
                || CsvHeader.TryRead(bytes, out var header) && header is { LooksLikeOne: true, Columns.IsLog: true }
            );
    }

    /// <summary>Whether it is content and could be no path with wildcards in it.</summary>
    public static bool IsText(string text) => text.AsSpan().IndexOfAny('"', '\n') >= 0 && IsContent(text);

    public static string Describe(object row) =>
        $"'{Excerpt.Of(row)}' is a row of a log or table: no path, no hub and no disconnect. Save rows to a file and "
        + "give the path itself to -Path, or give what Get-DeviceDisconnect or Resolve-DisconnectCause gave, or what "
        + "came back of it from Export-Clixml.";

    public static ErrorRecord Error(object row) =>
        Errors.New(
            new ArgumentException(Describe(row)),
            "RowGiven",
            ErrorCategory.InvalidArgument,
            null,
            "Leave out what reads the file: Get-DeviceDisconnect ./PT1H.json | Resolve-DisconnectCause. Rows of no "
                + "file go into one first: $rows | Set-Content rows.jsonl."
        );

    /// <exception cref="RuntimeException">It ends the command.</exception>
    public static void Refuse(DeviceDisconnect given)
    {
        if (!ReferenceEquals(given.ResourceId, Mark))
            return;
        var error = Error(given.DeviceId);
        throw new RuntimeException(error.Exception.Message, null, error);
    }
}
