using System.Collections;
using System.Management.Automation;
using IoTHubDisconnect.Reports;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Takes planned times as hashtables, and as rows that Import-Csv or ConvertFrom-Json made of a file.
/// </summary>
internal sealed class PlannedTimeAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        Bare(inputData) is IList list ? list.Cast<object?>().Select(Take).ToArray() : new[] { Take(inputData) };

    private static PlannedTime Take(object? item)
    {
        try
        {
            return Bare(item) switch
            {
                PlannedTime time => time,
                IDictionary table => Parse(
                    [.. table.Keys.Cast<object>().Select(k => $"{k}")],
                    name => Text(Value(table, name))
                ),
                PSCustomObject => Parse(
                    [.. ((PSObject)item!).Properties.Select(p => p.Name)],
                    name => Text(((PSObject)item!).Properties[name]?.Value)
                ),
                _ => throw new FormatException(
                    $"'{item}' is no planned time: give @{{ Day = 'Sat-Sun'; Site = '203.0.113.*' }}, "
                        + "or the rows of a file, as (Import-Csv ./planned.csv)."
                ),
            };
        }
        catch (FormatException exception)
        {
            throw new ArgumentTransformationMetadataException(exception.Message);
        }
    }

    private static PlannedTime Parse(string[] given, Func<string, string?> cells) =>
        Array.Find(given, name => !PlannedTimeText.Names.Contains(name, StringComparer.OrdinalIgnoreCase))
            is { } unknown
            ? throw new FormatException(
                $"A planned time has no '{unknown}': it may have {string.Join(", ", PlannedTimeText.Names)}."
            )
            : PlannedTimeText.Parse(cells);

    private static object? Value(IDictionary table, string name) =>
        table
            .Keys.Cast<object>()
            .Where(key => name.Equals($"{key}", StringComparison.OrdinalIgnoreCase))
            .Select(key => table[key])
            .FirstOrDefault();

    private static string? Text(object? value) =>
        Bare(value) switch
        {
            null => null,
            DateTime time => time.ToString("o"),
            DateTimeOffset time => time.ToString("o"),
            IEnumerable list and not string => string.Join(',', list.Cast<object>()),
            var other => $"{other}",
        };

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
