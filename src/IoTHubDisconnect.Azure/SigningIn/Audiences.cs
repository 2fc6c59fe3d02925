using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.SigningIn;

/// <summary>
/// The names of a service in tokens: its address, older ones, and its application id, as Entra's version 2 has it.
/// </summary>
internal static class Audiences
{
    private const string ResourceManagerId = "797f4846-ba00-4fd7-ba43-dac1f8f63013";
    private const string LogsId = "ca7f3f0b-7d91-482c-8e09-c5d840d0eac5";
    private const string StorageId = "e406a681-f3d4-42a8-90b6-c2b029497af1";
    private const string HubsId = "89d10474-74af-4874-99a7-c23c2f643083";
    private const string DataExplorerId = "2746ea77-4702-4b45-80ca-3c97e680e8b7";

    private static readonly string[][] OfOneService =
    [
        ["https://management.azure.com", "https://management.core.windows.net", ResourceManagerId],
        ["https://management.usgovcloudapi.net", "https://management.core.usgovcloudapi.net", ResourceManagerId],
        ["https://management.chinacloudapi.cn", "https://management.core.chinacloudapi.cn", ResourceManagerId],
        ["https://api.loganalytics.io", "https://api.loganalytics.azure.com", LogsId],
        ["https://api.loganalytics.us", LogsId],
        ["https://api.loganalytics.azure.cn", LogsId],
        ["https://storage.azure.com", StorageId],
        ["https://iothubs.azure.net", HubsId],
        ["https://iothubs.azure.us", HubsId],
        ["https://iothubs.azure.cn", HubsId],
    ];

    /// <summary>Whether a token for one audience is for another one as well.</summary>
    /// <param name="given">The token's audience.</param>
    /// <param name="wanted">The audience asked for.</param>
    /// <param name="hosts">Tells clusters, which have an audience each and one for all.</param>
    public static bool Fits(string given, string wanted, TokenHosts hosts) =>
        Same(given, wanted)
        || OfOneService.Any(names => Holds(names, given) && Holds(names, wanted))
        || (IsOfAllClusters(given) && IsCluster(wanted, hosts));

    /// <summary>Whether any of the cloud's services takes tokens for the audience.</summary>
    public static bool IsKnown(string given, TokenHosts hosts) =>
        AudiencesOf(hosts.Cloud).Any(wanted => Fits(given, wanted, hosts))
        || IsCluster(given, hosts)
        || IsOfAllClusters(given);

    private static string[] AudiencesOf(AzureEnvironment cloud) =>
        [
            cloud.ResourceManager.GetLeftPart(UriPartial.Authority),
            cloud.LogsAudience,
            cloud.StorageAudience,
            cloud.HubsAudience,
        ];

    private static bool IsCluster(string audience, TokenHosts hosts) =>
        Uri.TryCreate(audience, UriKind.Absolute, out var address)
        && hosts.Allow(CloudService.DataExplorer, address.IdnHost);

    private static bool IsOfAllClusters(string audience) =>
        Same(audience, DataExplorerId)
        || audience.StartsWith("https://kusto.kusto.", StringComparison.OrdinalIgnoreCase);

    private static bool Holds(string[] names, string audience) =>
        names.Contains(audience, StringComparer.OrdinalIgnoreCase);

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
