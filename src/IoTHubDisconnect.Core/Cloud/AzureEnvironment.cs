namespace IoTHubDisconnect;

/// <summary>The endpoints of an Azure cloud: one of the known ones by name, or endpoints of one's own.</summary>
public sealed class AzureEnvironment
{
    /// <summary>Public Azure.</summary>
    public static AzureEnvironment AzureCloud { get; } = new();

    /// <summary>Azure US Government.</summary>
    public static AzureEnvironment AzureUSGovernment { get; } = new()
    {
        Name = nameof(AzureUSGovernment),
        AuthorityHost = new("https://login.microsoftonline.us/"),
        ResourceManager = new("https://management.usgovcloudapi.net/"),
        Logs = new("https://api.loganalytics.us/"),
        LogsAudience = "https://api.loganalytics.us",
        StorageAudience = "https://storage.azure.com",
        HubSuffix = "azure-devices.us",
    };

    /// <summary>Azure operated by 21Vianet.</summary>
    public static AzureEnvironment AzureChinaCloud { get; } = new()
    {
        Name = nameof(AzureChinaCloud),
        AuthorityHost = new("https://login.chinacloudapi.cn/"),
        ResourceManager = new("https://management.chinacloudapi.cn/"),
        Logs = new("https://api.loganalytics.azure.cn/"),
        LogsAudience = "https://api.loganalytics.azure.cn",
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

    /// <summary>The audience of tokens for IoT hubs.</summary>
    public string HubsAudience { get; init; } = "https://iothubs.azure.net";

    /// <summary>What follows a hub's name in its host name.</summary>
    public string HubSuffix { get; init; } = "azure-devices.net";

    /// <summary>Whether it is one of the clouds that have a name: others are no place to ask the public Azure about.</summary>
    public bool IsKnown => Known.Contains(this);

    /// <summary>Finds a cloud by its name.</summary>
    /// <exception cref="FormatException">No cloud has the name.</exception>
    public static AzureEnvironment Parse(string name) =>
        Known.FirstOrDefault(e => e.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new FormatException($"There is no cloud '{name}': {string.Join(", ", Known)} there are. Endpoints of one's own are given as a hashtable, as in @{{ Name = 'Mine'; Logs = 'https://…' }}.");

    /// <inheritdoc/>
    public override string ToString() => Name;
}
