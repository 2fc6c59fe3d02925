using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Sources.Queries;

/// <summary>Rows that an answer leaves out, and what keeps the caller from the workspaces that hold them.</summary>
/// <param name="Kind">A role or the network; null where it may be either.</param>
/// <param name="Reason">A sentence without its first article and its full stop.</param>
/// <param name="Fix">What to do.</param>
internal sealed record MissingRows(AzureErrorKind? Kind, string Reason, string Fix)
{
    /// <summary>Looks the workspaces up: an answer tells that they are closed, and not by what.</summary>
    /// <param name="resources">Who is asked.</param>
    /// <param name="denied">The workspaces.</param>
    /// <param name="whose">Whose rows they hold, in words.</param>
    /// <param name="call">Who asks.</param>
    public static async Task<IReadOnlyList<MissingRows>> ExplainAsync(
        IHubResources resources,
        IEnumerable<DeniedWorkspace> denied,
        string whose,
        AzureCall call
    )
    {
        var closed = new List<(AzureErrorKind? Kind, string Name)>();
        foreach (var (id, isOfTable) in denied)
        {
            var kind = isOfTable
                ? AzureErrorKind.AccessDenied
                : await KindOfAsync(resources, id, call).ConfigureAwait(false);
            closed.Add((kind, HubResourceId.NameOf(id)));
        }
        return [.. closed.GroupBy(c => c.Kind, c => c.Name).Select(g => Of(g.Key, string.Join(", ", g), whose))];
    }

    /// <summary>What to do where a role and the network may both be missing.</summary>
    public static string FixOfBoth(string places) =>
        $"Give the identity the role Log Analytics Reader on {places}, and run the command where its private link "
        + "scope or network security perimeter lets it in.";

    private static async Task<AzureErrorKind?> KindOfAsync(IHubResources resources, string id, AzureCall call)
    {
        try
        {
            var workspace = await resources.GetWorkspaceAsync(id, call).ConfigureAwait(false);
            return workspace.IsPublic ? AzureErrorKind.AccessDenied
                // The service answered, so that the caller has a role on the hub, which is enough there.
                : workspace.TakesRolesOnResources ? AzureErrorKind.PrivateNetworkOnly
                : null;
        }
        catch (AzureException exception)
        {
            call.Verbose($"What the workspace {HubResourceId.NameOf(id)} lets in is not known: {exception.Message}");
            return null;
        }
    }

    private static MissingRows Of(AzureErrorKind? kind, string places, string whose)
    {
        var subject = $"workspace {places} holds rows of {whose}";
        return kind switch
        {
            AzureErrorKind.AccessDenied => new(
                kind,
                $"{subject}, and the identity may not read them",
                $"Give the identity the role Log Analytics Reader on {places}. A role on the hub is enough only where "
                    + "the workspace's access control mode is 'Use resource or workspace permissions'."
            ),
            AzureErrorKind.PrivateNetworkOnly => new(
                kind,
                $"{subject}, and answers no queries from this network",
                AzureAdvice.For(AzureErrorKind.PrivateNetworkOnly)
            ),
            _ => new(
                kind,
                $"{subject}, and the identity may not read them or this network is not let in",
                FixOfBoth(places)
            ),
        };
    }
}
