using System.Net;
using System.Text.Json;
using AzureStandIn.Identity;

namespace AzureStandIn.Tests.Identity;

public sealed class ManagedIdentityTests : IAsyncLifetime
{
    private const string Instance = "/metadata/identity/oauth2/token?api-version=2018-02-01&" + Resource;
    private const string Resource = "resource=https%3A%2F%2Fmanagement.azure.com%2F";

    private static readonly ManagedIdentity UserAssigned = new()
    {
        ClientId = Guid.NewGuid(),
        ResourceId =
            "/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/reports",
    };

    private readonly HttpClient _http = new();
    private StandInAzure _azure = null!;

    public async Task InitializeAsync() =>
        _azure = await StandInAzure.StartAsync(
            new StandInOptions { ManagedIdentities = [ManagedIdentity.DefaultSystemAssigned, UserAssigned] }
        );

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _azure.DisposeAsync();
    }

    [Fact]
    public async Task A_virtual_machine_wants_the_Metadata_header()
    {
        var (status, body) = await GetAsync(_azure.Endpoints.InstanceMetadata, Instance);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("Required metadata header not specified", body.GetProperty("error_description").GetString());
    }

    [Fact]
    public async Task A_user_assigned_identity_is_found_by_its_ids()
    {
        var resourceId = Uri.EscapeDataString(UserAssigned.ResourceId!);
        foreach (
            var id in new[]
            {
                $"client_id={UserAssigned.ClientId}",
                $"object_id={UserAssigned.ObjectId}",
                $"msi_res_id={resourceId}",
            }
        )
        {
            var (status, body) = await GetAsync(
                _azure.Endpoints.InstanceMetadata,
                $"{Instance}&{id}",
                ("Metadata", "true")
            );
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(UserAssigned.ClientId, body.GetProperty("client_id").GetGuid());
        }
    }

    [Fact]
    public async Task An_identity_that_is_not_assigned_is_not_found()
    {
        var (status, body) = await GetAsync(
            _azure.Endpoints.InstanceMetadata,
            $"{Instance}&client_id={Guid.NewGuid()}",
            ("Metadata", "true")
        );
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("Identity not found", body.GetProperty("error_description").GetString());
    }

    [Fact]
    public async Task App_Service_and_Automation_want_their_secret()
    {
        foreach (var address in new[] { _azure.Endpoints.AppServiceIdentity, _azure.Endpoints.AutomationIdentity })
        {
            (var refused, _) = await GetAsync(
                address,
                $"?api-version=2019-08-01&{Resource}",
                ("X-IDENTITY-HEADER", "wrong")
            );
            var (taken, body) = await GetAsync(
                address,
                $"?api-version=2019-08-01&{Resource}",
                ("X-IDENTITY-HEADER", _azure.Options.IdentityHeader)
            );
            Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.OK], [refused, taken]);
            Assert.NotEmpty(body.GetProperty("access_token").GetString()!);
        }
    }

    [Fact]
    public async Task A_runbook_posts_a_form()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _azure.Endpoints.AutomationIdentity)
        {
            Content = new FormUrlEncodedContent([new("resource", "https://management.azure.com/")]),
            Headers = { { "X-IDENTITY-HEADER", _azure.Options.IdentityHeader }, { "Metadata", "True" } },
        };
        using var answer = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> GetAsync(
        Uri address,
        string path,
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, await StandInClient.JsonAsync(answer));
    }
}
