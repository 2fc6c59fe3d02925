using System.Text.Json;
using AzureStandIn.Identity;
using AzureStandIn.Kql;

namespace AzureStandIn.Tests.Clients;

/// <summary>Runs a script with Microsoft's clients against the stand-in, and reads what it reports.</summary>
internal static class ClientScript
{
    private static readonly string Folder = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "../../../Clients")
    );

    public static async Task<JsonElement> RunAsync(
        string script,
        FleetFixture fixture,
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        await NodePackages.InstallAsync(Folder);
        var variables = new Dictionary<string, string?>(environment ?? new Dictionary<string, string?>())
        {
            ["NODE_EXTRA_CA_CERTS"] = fixture.Azure.AuthorityPath,
            ["STAND_IN"] = Facts(fixture),
        };
        var (status, output) = await NodeProcess.RunAsync("node", Folder, [script], variables);
        Assert.True(status == 0, output);
        using var json = JsonDocument.Parse(output[output.IndexOf('{')..]);
        return json.RootElement.Clone();
    }

    private static string Facts(FleetFixture fixture)
    {
        var endpoints = fixture.Azure.Endpoints;
        var principal = fixture.Azure.Options.ServicePrincipals[0];
        return JsonSerializer.Serialize(
            new
            {
                entra = endpoints.Entra,
                resourceManager = endpoints.ResourceManager,
                logs = endpoints.Logs,
                metrics = endpoints.Metrics,
                dataExplorer = endpoints.DataExplorer,
                tenant = fixture.Azure.Options.TenantId,
                clientId = principal.ClientId,
                secret = principal.Secret,
                hubId = fixture.Hub.Id.ToString(),
                workspaceId = fixture.Azure.Estate.Workspaces[0].CustomerId,
                start = fixture.Fleet.Rows.Min(row => row.Time).UtcDateTime,
                end = fixture.Fleet.Rows.Max(row => row.Time).UtcDateTime.AddMinutes(1),
            }
        );
    }
}
