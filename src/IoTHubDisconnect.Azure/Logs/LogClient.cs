using System.Collections.Concurrent;
using System.Text.Json;
using Azure;
using Azure.Core;
using IoTHubDisconnect.Azure.Http;
using IoTHubDisconnect.Azure.SigningIn;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.Logs;

/// <summary>The query API of Azure Monitor Logs, and that of Azure Data Explorer.</summary>
internal sealed class LogClient(IdentityTokens tokens)
{
    // The longest that the service works on a query, and a little more for it to say so.
    private static readonly TimeSpan LongestQuery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan NetworkTimeout = LongestQuery + TimeSpan.FromSeconds(30);

    private readonly AzurePipeline _monitor = new(
        tokens,
        CloudService.Logs,
        tokens.Cloud.LogsAudience,
        NetworkTimeout,
        retriesTimeouts: false
    );
    private readonly ConcurrentDictionary<string, AzurePipeline> _clusters = [];
    private readonly ClusterAudience _audience = new(tokens);

    public async Task<Stream> QueryAsync(LogQuery query, AzureCall call)
    {
        call.Debug($"Query of {query.Target}:{System.Environment.NewLine}{query.Text}");
        var pipeline = query.Target is ClusterTarget cluster
            ? await PipelineOfAsync(cluster.Cluster, call).ConfigureAwait(false)
            : _monitor;
        try
        {
            var response = await pipeline
                .SendAsync(
                    RequestMethod.Post,
                    UriOf(query.Target),
                    RequestContent.Create(BodyOf(query)),
                    request =>
                    {
                        request.Headers.Add(HttpHeader.Common.JsonContentType);
                        if (query.Target is not ClusterTarget)
                            request.Headers.Add(
                                "Prefer",
                                $"wait={LongestQuery.TotalSeconds}, include-permissions=true"
                            );
                    },
                    query.Target.ToString()!,
                    call
                )
                .ConfigureAwait(false);
            return response.ContentStream ?? Stream.Null;
        }
        catch (AzureException exception)
            when (exception.Kind == AzureErrorKind.ResourceNotFound && query.Target is not ResourceTarget)
        {
            throw new AzureException(AzureErrorKind.WorkspaceNotFound, exception.Message, exception)
            {
                Target = exception.Target,
                ServiceCode = exception.ServiceCode,
                RequestId = exception.RequestId,
            };
        }
    }

    private async Task<AzurePipeline> PipelineOfAsync(Uri cluster, AzureCall call)
    {
        var address = cluster.GetLeftPart(UriPartial.Authority);
        if (_clusters.TryGetValue(address, out var known))
            return known;
        var audience = await _audience.OfAsync(cluster, call).ConfigureAwait(false);
        return _clusters.GetOrAdd(
            address,
            _ => new AzurePipeline(tokens, CloudService.DataExplorer, audience, NetworkTimeout, retriesTimeouts: false)
        );
    }

    private Uri UriOf(LogTarget target) =>
        target switch
        {
            WorkspaceTarget workspace => new Uri(tokens.Cloud.Logs, $"v1/workspaces/{workspace.WorkspaceId}/query"),
            ResourceTarget resource => new Uri(tokens.Cloud.Logs, $"v1/{resource.ResourceId.TrimStart('/')}/query"),
            // A proxy's address has a path.
            ClusterTarget cluster => new Uri(
                $"{cluster.Cluster.GetLeftPart(UriPartial.Path).TrimEnd('/')}/v1/rest/query"
            ),
            _ => throw new NotSupportedException($"{target} answers no queries."),
        };

    private static byte[] BodyOf(LogQuery query)
    {
        if (query.Target is ClusterTarget cluster)
            return JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    db = cluster.Database,
                    csl = query.Text,
                    properties = new { Options = new { servertimeout = $"{LongestQuery:c}" } },
                }
            );

        return query.Start is { } start && query.End is { } end
            ? JsonSerializer.SerializeToUtf8Bytes(
                new { query = query.Text, timespan = $"{start.UtcDateTime:O}/{end.UtcDateTime:O}" }
            )
            : JsonSerializer.SerializeToUtf8Bytes(new { query = query.Text });
    }
}
