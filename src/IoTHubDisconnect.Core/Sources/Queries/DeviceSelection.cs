namespace IoTHubDisconnect.Sources.Queries;

/// <summary>Devices by id or by how their ids begin: what a log engine can choose by, too.</summary>
internal sealed record DeviceSelection(IReadOnlyList<string> Ids, IReadOnlyList<string> Beginnings)
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

    /// <summary>A condition on a column of ids. Case matters, as it does to the hub.</summary>
    public string Condition(string column)
    {
        var conditions = Beginnings.Select(b => $"{column} startswith_cs {Kql.Text(b)}");
        return string.Join(" or ", Ids.Count == 0 ? conditions : conditions.Prepend($"{column} in ({Kql.Texts(Ids)})"));
    }
}
