using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace AzureStandIn.Tests;

[Collection(FleetCollection.Name)]
public sealed class TrustTests(FleetFixture fixture)
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task An_ordinary_client_in_this_process_trusts_the_stand_in(string host)
    {
        var address = new UriBuilder(fixture.Azure.Endpoints.Entra)
        {
            Host = host,
            Path = "/common/v2.0/.well-known/openid-configuration",
        };
        using var client = new HttpClient();
        using var answer = await client.GetAsync(address.Uri);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public void The_authority_lies_in_the_folder_that_the_run_settings_name()
    {
        Assert.Equal(Environment.GetEnvironmentVariable("SSL_CERT_DIR"), fixture.Azure.AuthorityFolder);
        using var authority = X509CertificateLoader.LoadCertificateFromFile(fixture.Azure.AuthorityPath);
        Assert.False(authority.HasPrivateKey);
    }

    [Fact]
    public async Task A_name_that_is_not_in_the_certificate_is_refused()
    {
        using var client = new HttpClient();
        var address = new UriBuilder(fixture.Azure.Endpoints.Entra) { Host = "127.0.0.2" };
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(address.Uri));
    }
}
