using System.Text.Json;
using Azure.Core;
using IoTHubDisconnect.Azure.Http;
using IoTHubDisconnect.Azure.Logs;
using IoTHubDisconnect.Azure.Resources;
using IoTHubDisconnect.Azure.SigningIn;
using IoTHubDisconnect.Azure.Storage;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure;

/// <inheritdoc/>
internal sealed class AzureConnection(IdentityTokens tokens) : IAzureConnection
{
    private readonly LogClient _logs = new(tokens);

    public TokenHosts Hosts => tokens.Hosts;

    public SignIn SignIn => tokens.SignIn;

    public bool HasSignedIn => tokens.HasSignedIn;

    public IHubResources Resources { get; } = new HubResources(tokens);

    public async Task<AzureIdentity> SignInAsync(AzureCall call)
    {
        var token = await TranslateAsync(() => tokens.GetAnyAsync(call.Cancellation)).ConfigureAwait(false);
        using var claims = TokenClaims.Read(token.Token);
        if (claims is null)
            return new AzureIdentity(null, null, token.ExpiresOn);

        var account =
            TokenClaims.Text(claims, "upn")
            ?? TokenClaims.Text(claims, "unique_name")
            ?? TokenClaims.Text(claims, "appid")
            ?? TokenClaims.Text(claims, "oid");
        return new AzureIdentity(account, TokenClaims.Text(claims, "tid"), token.ExpiresOn);
    }

    public async Task<string> GetHubTokenAsync(string hostName, AzureCall call)
    {
        Hosts.Require(CloudService.Hub, hostName);
        return (
            await TranslateAsync(() => tokens.GetAsync(Hosts.Cloud.HubsAudience, call.Cancellation))
                .ConfigureAwait(false)
        ).Token;
    }

    public Task<Stream> QueryAsync(LogQuery query, AzureCall call) => _logs.QueryAsync(query, call);

    public IBlobLogs OpenContainer(Uri container) => new BlobLogs(BlobAddress.Parse(container), tokens);

    private Task<AccessToken> TranslateAsync(Func<ValueTask<AccessToken>> get) =>
        Failures.TranslateAsync(Hosts.Cloud.AuthorityHost.Host, async () => await get().ConfigureAwait(false));
}
