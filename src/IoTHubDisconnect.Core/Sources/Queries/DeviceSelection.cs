using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Sources.Queries;

/// <summary>Devices by id or by how their ids begin: what a log engine can choose by, too.</summary>
internal sealed partial record DeviceSelection(IReadOnlyList<string> Ids, IReadOnlyList<string> Beginnings)
{
    private static readonly char[] Wildcards = ['*', '?', '[', ']', '`'];

    /// <summary>The selection that wildcard patterns come to; null where one says more than that.</summary>
    public static DeviceSelection? Of(IEnumerable<string> patterns)
    {
        var (ids, beginnings) = (new List<string>(), new List<string>());
        foreach (var pattern in patterns)
        {
            var found = pattern.IndexOfAny(Wildcards);
            if (found < 0)
                ids.Add(pattern);
            else if (found > 0 && found == pattern.Length - 1 && pattern[found] == '*')
                beginnings.Add(pattern[..found]);
            else
                return null;
        }
        return new DeviceSelection(ids, beginnings);
    }

    /// <summary>
    /// A condition on a text that holds the id of a device, which the engine's index answers; some others fulfil it as
    /// well.
    /// </summary>
    public string Mention(string text)
    {
        var parts = Ids.Where(id => !IsTerm(id)).Concat(Beginnings).Select(PlainPart);
        var conditions = parts.Select(part => $"{text} contains_cs {Kql.Text(part)}");
        return string.Join(
            " or ",
            Ids.Where(IsTerm).ToList() switch
            {
                [] => conditions,
                [var only] => conditions.Prepend($"{text} has_cs {Kql.Text(only)}"),
                var terms => conditions.Prepend($"{text} has_any ({Kql.Texts(terms)})"),
            }
        );
    }

    /// <summary>Whether JSON has the id as it is, between quotes.</summary>
    private static bool IsTerm(string id) =>
        id.Length > 0
        && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or ':')
        && char.IsAsciiLetterOrDigit(id[0])
        && char.IsAsciiLetterOrDigit(id[^1]);

    /// <summary>The longest part that JSON has as it is, whatever is escaped around it.</summary>
    private static string PlainPart(string id) => Plain().Matches(id).MaxBy(m => m.Length)?.Value ?? "";

    [GeneratedRegex("[A-Za-z0-9._:-]+")]
    private static partial Regex Plain();

    /// <summary>A condition on a column of ids. Case matters, as it does to the hub.</summary>
    public string Condition(string column)
    {
        var conditions = Beginnings.Select(b => $"{column} startswith_cs {Kql.Text(b)}");
        return string.Join(" or ", Ids.Count == 0 ? conditions : conditions.Prepend($"{column} in ({Kql.Texts(Ids)})"));
    }
}
