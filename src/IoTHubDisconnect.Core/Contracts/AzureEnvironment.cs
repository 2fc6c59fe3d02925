namespace IoTHubDisconnect;

/// <summary>The endpoints of an Azure cloud: one of the known ones by name, or endpoints of one's own.</summary>
public sealed class AzureEnvironment
{
    /// <summary>Public Azure.</summary>
    public static AzureEnvironment AzureCloud { get; } = new();

    /// <summary>Azure US Government.</summary>
    public static AzureEnvironment AzureUSGovernment { get; } =
        new()
        {
            Name = nameof(AzureUSGovernment),
            AuthorityHost = new("https://login.microsoftonline.us/"),
            ResourceManager = new("https://management.usgovcloudapi.net/"),
            Logs = new("https://api.loganalytics.us/"),
            LogsAudience = "https://api.loganalytics.us",
            StorageSuffixes = ["blob.core.usgovcloudapi.net"],
            DataExplorerSuffixes = ["kusto.usgovcloudapi.net", "kustomfa.usgovcloudapi.net"],
            HubsAudience = "https://iothubs.azure.us",
            HubSuffix = "azure-devices.us",
        };

    /// <summary>Azure operated by 21Vianet.</summary>
    public static AzureEnvironment AzureChinaCloud { get; } =
        new()
        {
            Name = nameof(AzureChinaCloud),
            AuthorityHost = new("https://login.chinacloudapi.cn/"),
            ResourceManager = new("https://management.chinacloudapi.cn/"),
            Logs = new("https://api.loganalytics.azure.cn/"),
            LogsAudience = "https://api.loganalytics.azure.cn",
            StorageSuffixes = ["blob.core.chinacloudapi.cn"],
            DataExplorerSuffixes =
            [
                "kusto.chinacloudapi.cn",
                "kustomfa.chinacloudapi.cn",
                "kusto.azuresynapse.azure.cn",
            ],
            HubsAudience = "https://iothubs.azure.cn",
            HubSuffix = "azure-devices.cn",
        };

    /// <summary>The clouds that have a name.</summary>
    public static IReadOnlyList<AzureEnvironment> Known { get; } = [AzureCloud, AzureUSGovernment, AzureChinaCloud];

    /// <summary>What Azure PowerShell calls the cloud.</summary>
    public string Name { get; init; } = nameof(AzureCloud);

    /// <summary>Where tokens come from.</summary>
    public Uri AuthorityHost { get; init; } = new("https://login.microsoftonline.com/");

    /// <summary>Azure Resource Manager; its tokens have the same audience.</summary>
    public Uri ResourceManager { get; init; } = new("https://management.azure.com/");

    /// <summary>The query endpoint of Azure Monitor Logs.</summary>
    public Uri Logs { get; init; } = new("https://api.loganalytics.azure.com/");

    /// <summary>The audience of tokens for <see cref="Logs"/>.</summary>
    public string LogsAudience { get; init; } = "https://api.loganalytics.io";

    /// <summary>The audience of tokens for Azure Storage.</summary>
    public string StorageAudience { get; init; } = "https://storage.azure.com";

    /// <summary>What follows a storage account's name in the host name of its blobs.</summary>
    public string[] StorageSuffixes { get; init; } = ["blob.core.windows.net", "blob.storage.azure.net"];

    /// <summary>What follows a cluster's name in its host name, for Azure Data Explorer and its kin.</summary>
    public string[] DataExplorerSuffixes { get; init; } =
    [
        "kusto.windows.net",
        "kustomfa.windows.net",
        "kusto.azuresynapse.net",
        "kusto.fabric.microsoft.com",
        "kusto.data.microsoft.com",
    ];

    /// <summary>The audience of tokens for IoT hubs.</summary>
    public string HubsAudience { get; init; } = "https://iothubs.azure.net";

    /// <summary>What follows a hub's name in its host name.</summary>
    public string HubSuffix { get; init; } = "azure-devices.net";

    /// <summary>
    /// Whether it is one of the clouds that have a name: others are no place to ask the public Azure about.
    /// </summary>
    public bool IsKnown => Known.Contains(this);

    /// <summary>Finds a cloud by its name.</summary>
    /// <exception cref="FormatException">No cloud has the name.</exception>
    public static AzureEnvironment Parse(string name) =>
        Known.FirstOrDefault(e => e.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new FormatException(
            $"There is no cloud '{name}': {string.Join(", ", Known)} there are. Endpoints of one's own are "
                + "given as a hashtable, as in @{ Name = 'Mine'; Logs = 'https://…' }."
        );

    /// <inheritdoc/>
    public override string ToString() => Name;
}
