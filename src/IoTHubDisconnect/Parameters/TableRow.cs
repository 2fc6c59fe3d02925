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
    /// <summary>Stands for a row among paths: the beginning of a log, as it is read.</summary>
    public const string AsPath = "{}";

    private const int HeadLength = 4096;

    /// <summary>Stands for a row among disconnects.</summary>
    private static readonly DeviceDisconnect AsDisconnect = new RecalledDisconnect
    {
        HubName = "",
        ResourceId = "",
        DeviceId = "",
        Kind = DisconnectKind.Closed,
        Time = DateTimeOffset.UnixEpoch,
    }.Restore(null);

    /// <summary>Stands for a row among causes.</summary>
    public static readonly DisconnectCause AsCause = new(AsDisconnect, default, 0, default, null!);

    /// <summary>Whether it is an object that Import-Csv, ConvertFrom-Json or Select-Object made of a row.</summary>
    public static bool Is(PSObject item)
    {
        if (SerializedDisconnect.IsOne(item) || SerializedDisconnect.IsCause(item))
            return false;
        var columns = new RowColumns([.. item.Properties.Select(property => property.Name)]);
        return columns.Has(RowField.Time) && (columns.Has(RowField.OperationName) || columns.Has(RowField.DeviceId));
    }

    /// <summary>Whether what was given for a path is what a log holds.</summary>
    public static bool IsContent(string path)
    {
        var head = Encoding.UTF8.GetBytes(path[..Math.Min(HeadLength, path.Length)].Trim());
        return head.Length > 0
            && (
                LogFormatFinder.Find(head) is LogFormat.Json or LogFormat.JsonLines
                || CsvHeader.TryRead(head, out var header) && header is { LooksLikeOne: true, Columns.IsLog: true }
            );
    }

    public static ErrorRecord Error() =>
        Errors.New(
            new ArgumentException(
                "This is a row of a table, as Import-Csv, ConvertFrom-Json, Get-Content or Select-Object give it: no "
                    + "path of a log, and no disconnect any more. Give the path itself to -Path, or give what "
                    + "Get-DeviceDisconnect or Resolve-DisconnectCause gave, or what came back of it from "
                    + "Export-Clixml, a job or another machine."
            ),
            "RowGiven",
            ErrorCategory.InvalidArgument,
            null,
            "Leave out what reads the file: Get-DeviceDisconnect ./PT1H.json | Resolve-DisconnectCause."
        );

    /// <exception cref="RuntimeException">It ends the command.</exception>
    public static void Refuse(object given)
    {
        if (ReferenceEquals(given, AsCause) || ReferenceEquals(given, AsDisconnect))
            throw new RuntimeException(Error().Exception.Message, null, Error());
    }
}
