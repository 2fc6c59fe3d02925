using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HubStandIn.Http;

/// <summary>
/// The part of the query language that fleets are scanned with: SELECT * or names FROM devices WHERE name = 'value' AND
/// name IN ['value', ...]
/// </summary>
internal sealed partial class TwinQuery
{
    private readonly string[] _names;
    private readonly List<(string Name, string[] Values)> _conditions = [];

    private TwinQuery(string[] names) => _names = names;

    /// <summary>Reads it; null where it is anything else.</summary>
    public static TwinQuery? Parse(string text)
    {
        var match = Whole().Match(text);
        if (!match.Success)
            return null;
        var query = new TwinQuery([.. match.Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries)]);
        if (!match.Groups["where"].Success)
            return query;
        foreach (var part in And().Split(match.Groups["where"].Value))
        {
            var condition = Condition().Match(part.Trim());
            if (!condition.Success)
                return null;
            query._conditions.Add(
                (
                    condition.Groups["name"].Value,
                    [.. condition.Groups["value"].Captures.Select(capture => capture.Value)]
                )
            );
        }

        return query;
    }

    public IEnumerable<JsonObject> Run(IEnumerable<JsonObject> twins) =>
        twins
            .Where(twin =>
                _conditions.All(condition =>
                    condition.Values.Contains(twin[condition.Name]?.ToString(), StringComparer.Ordinal)
                )
            )
            .Select(Select);

    private JsonObject Select(JsonObject twin) =>
        _names is ["*"]
            ? twin
            : new JsonObject(
                _names.Where(twin.ContainsKey).Select(name => KeyValuePair.Create(name, twin[name]?.DeepClone()))
            );

    [GeneratedRegex(
        @"^\s*select\s+(?<names>\*|[\w\s,]+?)\s+from\s+devices(\s+where\s+(?<where>.+?))?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex Whole();

    [GeneratedRegex(@"\s+and\s+", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex(
        @"^(?<name>\w+)\s*(=\s*'(?<value>[^']*)'|in\s*\[\s*'(?<value>[^']*)'(\s*,\s*'(?<value>[^']*)')*\s*\])$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Condition();
}
