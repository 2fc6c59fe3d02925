using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AzureStandIn.Identity;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Azure.Tests.SigningIn;

/// <summary>An application's ways to sign in.</summary>
[Collection(nameof(TinyCloud))]
public sealed class ServicePrincipalTests(TinyCloud cloud) : IDisposable
{
    private const string Connect = "Connect-IoTHubDisconnect -TenantId $tenant -ApplicationId $app -Environment $cloud";

    private readonly LogFolder _folder = new();

    [Fact]
    public void A_secret_is_taken_as_SecureString() =>
        Assert.Equal(
            $"{ServicePrincipal.Default.ClientId}",
            Account(
                ServicePrincipal.Default,
                "-ClientSecret $secret",
                ("secret", Secret.Of(ServicePrincipal.Default.Secret))
            )
        );

    [Fact]
    public void A_secret_given_as_text_is_taken_with_a_warning()
    {
        using var session = cloud.Open();
        var outcome = Run(
            session,
            ServicePrincipal.Default,
            "-ClientSecret $secret",
            [("secret", ServicePrincipal.Default.Secret)]
        );

        Assert.Equal($"{ServicePrincipal.Default.ClientId}", outcome.As<AzureContext>().Single().Account);
        Assert.StartsWith("-ClientSecret was given as text", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pfx", null)]
    [InlineData("pfx", "p4ss:w0rd")]
    [InlineData("pem", null)]
    [InlineData("pem", "p4ss:w0rd")]
    public void A_certificate_is_taken_from_a_file(string form, string? password)
    {
        var path = Write(form, password);

        Assert.Equal(
            $"{cloud.Holder.ClientId}",
            Account(
                cloud.Holder,
                password is null ? "-CertificatePath $path" : "-CertificatePath $path -CertificatePassword $password",
                ("path", path),
                ("password", Secret.Of(password))
            )
        );
    }

    [Fact]
    public void A_certificate_is_taken_as_an_object() =>
        Assert.Equal(
            $"{cloud.Holder.ClientId}",
            Account(cloud.Holder, "-Certificate $certificate", ("certificate", cloud.Certificate))
        );

    [Fact]
    public void A_federated_token_is_read_from_its_file_each_time()
    {
        var principal = ServicePrincipal.Default;
        var path = _folder.Write("token", "not yet there");
        File.WriteAllText(path, FederatedToken(principal.FederatedSubject!));

        Assert.Equal($"{principal.ClientId}", Account(principal, "-FederatedTokenFile $path", ("path", path)));
    }

    [Fact]
    public void A_wrong_secret_is_refused() =>
        Refuses(ServicePrincipal.Default, "-ClientSecret wrong", "CredentialRefused", "7000215");

    [Fact]
    public void An_expired_secret_is_refused() =>
        Refuses(
            cloud.Azure.Options.ServicePrincipals[2],
            "-ClientSecret 'expired~secret'",
            "CredentialRefused",
            "7000222"
        );

    [Fact]
    public void A_tenant_that_is_not_there_is_its_own_error()
    {
        using var session = cloud.Open();

        var error = session
            .Run(
                "Connect-IoTHubDisconnect -TenantId 99999999-0000-4000-8000-000000000000 -ApplicationId "
                    + "$app -ClientSecret $secret -Environment $cloud",
                ("app", $"{ServicePrincipal.Default.ClientId}"),
                ("secret", ServicePrincipal.Default.Secret)
            )
            .TheError;

        Assert.StartsWith("WrongTenant,", error.FullyQualifiedErrorId);
        Assert.Contains("-TenantId", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void An_application_of_another_tenant_is_the_same_error() =>
        Refuses(new ServicePrincipal { ClientId = Guid.NewGuid() }, "-ClientSecret x", "WrongTenant", "700016");

    [Theory]
    [InlineData("-CertificatePath ./nowhere.pfx", "is not there")]
    [InlineData("-CertificatePath $path -CertificatePassword wrong", "another password")]
    [InlineData("-CertificatePath $text", "holds no certificate")]
    [InlineData("-FederatedTokenFile ./nowhere", "cannot be read")]
    public void A_file_that_is_of_no_use_is_named(string parameters, string because)
    {
        using var session = cloud.Open();

        var error = session
            .Run(
                $"{Connect} {parameters}",
                ("tenant", $"{cloud.Azure.Options.TenantId}"),
                ("app", $"{cloud.Holder.ClientId}"),
                ("path", Write("pfx", "right")),
                ("text", _folder.Write("a.txt", "no certificate"))
            )
            .TheError;

        Assert.Contains(because, error.ToString());
        Assert.Contains(
            _folder.Path.Length > 0 && parameters.Contains('$') ? _folder.Path : "nowhere",
            $"{error.TargetObject}"
        );
    }

    [Fact]
    public void A_certificate_that_the_application_does_not_have_is_refused()
    {
        using var key = RSA.Create(2048);
        var other = new CertificateRequest(
            "CN=other",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));

        Refuses(cloud.Holder, "-Certificate $certificate", "CredentialRefused", "700027", ("certificate", other));
    }

    public void Dispose() => _folder.Dispose();

    private string? Account(ServicePrincipal principal, string parameters, params (string, object?)[] variables)
    {
        using var session = cloud.Open();
        return Run(session, principal, parameters, variables).Clean().As<AzureContext>().Single().Account;
    }

    private void Refuses(
        ServicePrincipal principal,
        string parameters,
        string id,
        string code,
        params (string, object?)[] variables
    )
    {
        using var session = cloud.Open();
        var error = Run(session, principal, parameters, variables).TheError;
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId);
        Assert.Contains($"AADSTS{code}", error.ToString());
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    private Outcome Run(
        Session session,
        ServicePrincipal principal,
        string parameters,
        (string, object?)[] variables
    ) =>
        session.Run(
            $"{Connect} {parameters}",
            [("tenant", $"{cloud.Azure.Options.TenantId}"), ("app", $"{principal.ClientId}"), .. variables]
        );

    private string Write(string form, string? password)
    {
        if (form == "pfx")
            return _folder.WriteBytes("reports.pfx", cloud.Certificate.Export(X509ContentType.Pkcs12, password));
        using var key = cloud.Certificate.GetRSAPrivateKey()!;
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        return _folder.Write(
            "reports.pem",
            cloud.Certificate.ExportCertificatePem(),
            password is null
                ? key.ExportPkcs8PrivateKeyPem()
                : key.ExportEncryptedPkcs8PrivateKeyPem(password, parameters)
        );
    }

    private static string FederatedToken(string subject)
    {
        static string Part(string json) =>
            Convert
                .ToBase64String(System.Text.Encoding.UTF8.GetBytes(json))
                .TrimEnd('=')
                .Replace('+', '-')
                .Replace('/', '_');
        return $"{Part("""{"alg":"RS256","typ":"JWT"}""")}.{Part($$"""{"sub":"{{subject}}","iss":"https://cluster.example","aud":"api://AzureADTokenExchange"}""")}.c2ln";
    }
}
