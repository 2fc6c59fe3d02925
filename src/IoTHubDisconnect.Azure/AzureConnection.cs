using System.Text.Json;
using Azure.Core;
using IoTHubDisconnect.Azure.Http;
using IoTHubDisconnect.Azure.Logs;
using IoTHubDisconnect.Azure.Resources;
using IoTHubDisconnect.Azure.SigningIn;
using IoTHubDisconnect.Azure.Storage;
using IoTHubDisconnect.Cloud;

namespace IoTHubDisconnect.Azure;

/// <inheritdoc/>
internal sealed class AzureConnection : IAzureConnection
{
    private readonly TokenCredential _credential;
    private readonly LogClient _logs;

    public AzureConnection(SignIn signIn, AzureEnvironment environment)
    {
        Failures.RequireHttps(environment.AuthorityHost, "The authority host");
        Environment = environment;
        _credential = CredentialOf(signIn, environment);
        _logs = new LogClient(_credential, environment);
        Resources = new HubResources(_credential, environment);
    }

    public AzureEnvironment Environment { get; }

    public IHubResources Resources { get; }

    public async Task<AzureIdentity> SignInAsync(AzureCall call)
    {
        // As the requests will ask for it, so that they find it in the credential's cache.
        var context = new TokenRequestContext([Environment.LogsAudience + "/.default"], isCaeEnabled: true);
        AccessToken token = await Failures.TranslateAsync(Environment.AuthorityHost.Host,
            async () => await _credential.GetTokenAsync(context, call.Cancellation).ConfigureAwait(false)).ConfigureAwait(false);
        using JsonDocument? claims = TokenClaims.Read(token.Token);
        if (claims is null)
            return new AzureIdentity(null, null, token.ExpiresOn);

        string? account = TokenClaims.Text(claims, "upn") ?? TokenClaims.Text(claims, "unique_name") ?? TokenClaims.Text(claims, "appid") ?? TokenClaims.Text(claims, "oid");
        return new AzureIdentity(account, TokenClaims.Text(claims, "tid"), token.ExpiresOn);
    }

    public Task<string> GetTokenAsync(string audience, AzureCall call) => Failures.TranslateAsync(Environment.AuthorityHost.Host,
        async () => (await _credential.GetTokenAsync(new TokenRequestContext([audience + "/.default"], isCaeEnabled: true), call.Cancellation).ConfigureAwait(false)).Token);

    public Task<Stream> QueryAsync(LogQuery query, AzureCall call) => _logs.QueryAsync(query, call);

    private static TokenCredential CredentialOf(SignIn signIn, AzureEnvironment environment)
    {
        try
        {
            return Credentials.Of(signIn, environment);
        }
        catch (ArgumentException exception)
        {
            throw new AzureException(AzureErrorKind.CredentialRefused, $"Signing in failed: {exception.Message}", exception);
        }
    }

    public IBlobLogs OpenContainer(Uri container) => new BlobLogs(BlobAddress.Parse(container), _credential, Environment);
}
