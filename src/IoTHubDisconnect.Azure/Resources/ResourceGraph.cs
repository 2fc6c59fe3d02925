using System.Runtime.CompilerServices;
using System.Text.Json;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.Resources;

/// <summary>Asks Azure Resource Graph, which knows the resources of all subscriptions.</summary>
internal sealed class ResourceGraph(ArmClient arm)
{
    private const string Path = "providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01";

    /// <summary>
    /// The most that a page may have:
    /// https://learn.microsoft.com/azure/governance/resource-graph/concepts/work-with-data.
    /// </summary>
    private const int PageLength = 1000;

    /// <summary>Gets the rows of a query, page after page; they must have an id, and an order.</summary>
    /// <param name="query">Its text.</param>
    /// <param name="subscriptions">The ids of subscriptions; none for all that the identity sees.</param>
    /// <param name="call">Who asks.</param>
    /// <param name="cancellation">Stops the reading of pages.</param>
    public async IAsyncEnumerable<JsonElement> QueryAsync(
        string query,
        IReadOnlyCollection<string> subscriptions,
        AzureCall call,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        call.Debug($"Query of Azure Resource Graph:{Environment.NewLine}{query}");
        var seen = new HashSet<string>();
        string? token = null;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            var body = BodyOf(query, subscriptions, token);
            JsonElement? answer = await arm.PostAsync(Path, body, "Azure Resource Graph", call).ConfigureAwait(false);
            foreach (var row in answer.Items("data"))
                yield return row;
            token = answer.Text("$skipToken");
        } while (token is { Length: > 0 } && seen.Add(token));
    }

    private static Dictionary<string, object> BodyOf(
        string query,
        IReadOnlyCollection<string> subscriptions,
        string? token
    )
    {
        var options = new Dictionary<string, object> { ["resultFormat"] = "objectArray", ["$top"] = PageLength };
        if (token is not null)
            options["$skipToken"] = token;
        var body = new Dictionary<string, object> { ["query"] = query, ["options"] = options };
        if (subscriptions.Count > 0)
            body["subscriptions"] = subscriptions;
        return body;
    }
}
