using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;
using AzureStandIn.Identity;
using AccessToken = Azure.Core.AccessToken;

namespace AzureStandIn.Tests.Identity;

public sealed class AzureIdentityTests : IAsyncLifetime
{
    private static readonly TokenRequestContext Management = new(["https://management.azure.com/.default"]);

    private readonly X509Certificate2 _certificate = NewCertificate();
    private StandInAzure _azure = null!;

    private ServicePrincipal Principal => _azure.Options.ServicePrincipals[0];

    private string Tenant => _azure.Options.TenantId.ToString();

    private string ClientId => Principal.ClientId.ToString();

    public async Task InitializeAsync() =>
        _azure = await StandInAzure.StartAsync(
            new StandInOptions { ServicePrincipals = [ServicePrincipal.Default with { Certificate = _certificate }] }
        );

    public async Task DisposeAsync()
    {
        await _azure.DisposeAsync();
        _certificate.Dispose();
    }

    [Fact]
    public async Task A_secret_gives_a_token_that_Resource_Manager_takes()
    {
        var token = await SecretCredential(Tenant, Principal.Secret!).GetTokenAsync(Management, default);
        using var client = new StandInClient(_azure) { Token = token.Token };
        using var answer = await client.GetAsync(AzureService.ResourceManager, "/subscriptions?api-version=2022-12-01");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.InRange(token.ExpiresOn, DateTimeOffset.UtcNow.AddMinutes(30), DateTimeOffset.UtcNow.AddHours(2));
    }

    [Fact]
    public async Task A_certificate_gives_a_token() =>
        Assert.NotEmpty(await TokenAsync(CertificateCredential(_certificate)));

    [Fact]
    public async Task A_federated_token_gives_a_token() =>
        Assert.NotEmpty(await TokenAsync(Assertion(Principal.FederatedSubject!)));

    [Fact]
    public async Task A_device_code_gives_a_token()
    {
        string? shown = null;
        var options = new DeviceCodeCredentialOptions
        {
            TenantId = Tenant,
            ClientId = ClientId,
            DisableInstanceDiscovery = true,
            DeviceCodeCallback = (code, _) => Task.FromResult(shown = code.Message),
        };
        Assert.NotEmpty(await TokenAsync(new DeviceCodeCredential(Here(options))));
        Assert.Contains("enter the code", shown);
    }

    [Fact]
    public async Task What_Entra_refuses_it_refuses_with_Entras_codes()
    {
        using var other = NewCertificate();
        await RefusesAsync("AADSTS7000215", SecretCredential(Tenant, "wrong"));
        await RefusesAsync("AADSTS90002", SecretCredential(Guid.NewGuid().ToString(), Principal.Secret!));
        await RefusesAsync("AADSTS700016", SecretCredential(Tenant, Principal.Secret!, Guid.NewGuid().ToString()));
        await RefusesAsync("AADSTS700027", CertificateCredential(other));
        await RefusesAsync("AADSTS70021", Assertion("system:serviceaccount:other"));
        await RefusesAsync(
            "AADSTS500011",
            SecretCredential(Tenant, Principal.Secret!),
            new TokenRequestContext(["https://nowhere.example/.default"])
        );
    }

    private static async Task RefusesAsync(string code, TokenCredential credential, TokenRequestContext? context = null)
    {
        var exception = await Assert.ThrowsAsync<AuthenticationFailedException>(async () =>
            await credential.GetTokenAsync(context ?? Management, default)
        );
        Assert.Contains($"{code}:", exception.ToString());
    }

    private static async Task<string> TokenAsync(TokenCredential credential) =>
        (await credential.GetTokenAsync(Management, default)).Token;

    private ClientSecretCredential SecretCredential(string tenant, string secret, string? clientId = null) =>
        new(
            tenant,
            clientId ?? ClientId,
            secret,
            Here(new ClientSecretCredentialOptions { DisableInstanceDiscovery = true })
        );

    private ClientCertificateCredential CertificateCredential(X509Certificate2 shown) =>
        new(Tenant, ClientId, shown, Here(new ClientCertificateCredentialOptions { DisableInstanceDiscovery = true }));

    private ClientAssertionCredential Assertion(string subject) =>
        new(
            Tenant,
            ClientId,
            () => FederatedToken.For(subject),
            Here(new ClientAssertionCredentialOptions { DisableInstanceDiscovery = true })
        );

    private T Here<T>(T options)
        where T : TokenCredentialOptions
    {
        options.AuthorityHost = _azure.Endpoints.Entra;
        return options;
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest(
            "CN=reports",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
