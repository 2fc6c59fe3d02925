using IoTHubDisconnect.Connectivity;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Commands;

/// <summary>Authorizations for the hub's service side.</summary>
internal static class ServiceSide
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>By a policy's key.</summary>
    public static Func<CancellationToken, Task<string>> ByPolicy(string hostName, KeyProof key) =>
        _ => Task.FromResult(SharedAccessToken.Create(hostName, key.Key, key.Policy, DateTimeOffset.UtcNow + Lifetime));

    /// <summary>By an identity of Azure's.</summary>
    public static Func<CancellationToken, Task<string>> ByIdentity(
        IAzureConnection azure,
        string hostName,
        AzureCall call
    ) =>
        async cancellation =>
        {
            var own = call with { Cancellation = cancellation };
            return $"Bearer {await azure.GetHubTokenAsync(hostName, own).ConfigureAwait(false)}";
        };
}
