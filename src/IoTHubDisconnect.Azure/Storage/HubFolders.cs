using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.Storage;

/// <summary>Tells the folders of the hubs that are wanted, and those on the way there, from others.</summary>
internal sealed class HubFolders(BlobLogQuery query)
{
    private const string Before = "resourceId=/";
    private const string BeforeName = "/IOTHUBS/";

    private readonly string[] _wanted = [.. query.ResourceIds.Select(id => id.Trim('/') + "/")];

    /// <param name="path">A folder's path, with the slash after it.</param>
    public bool Leads(string path)
    {
        var at = path.IndexOf(Before, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return true;

        var resource = path[(at + Before.Length)..];
        return HasName(resource)
            && (_wanted.Length == 0 || _wanted.Any(id => IsBeginning(resource, id) || IsBeginning(id, resource)));
    }

    private bool HasName(string resource)
    {
        var at = resource.IndexOf(BeforeName, StringComparison.OrdinalIgnoreCase);
        return query.IsHubWanted is not { } isWanted
            || at < 0
            || at + BeforeName.Length == resource.Length
            || isWanted(resource[(at + BeforeName.Length)..].Split('/')[0]);
    }

    private static bool IsBeginning(string beginning, string path) =>
        path.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);
}
