using AzureStandIn.Identity;
using AzureStandIn.ResourceManager;

namespace AzureStandIn;

/// <summary>What the program says when it is ready.</summary>
internal static class Welcome
{
    public static string Text(StandInAzure azure)
    {
        var at = azure.Endpoints;
        var principal = azure.Options.ServicePrincipals[0];
        IEnumerable<string> resources =
        [
            .. azure.Estate.Hubs.Select(hub => $"hub              {hub.Id}"),
            .. azure.Estate.Workspaces.Select(Workspace),
        ];
        return $"""
            Entra            {at.Entra}
            Resource Manager {at.ResourceManager}
            Logs             {at.Logs}
            Metrics          {at.Metrics}
            Data Explorer    {at.DataExplorer}   database {azure.Options.Database}, table {azure.Options.Table}
            managed identity AZURE_POD_IDENTITY_AUTHORITY_HOST={at.InstanceMetadata}
                             IDENTITY_ENDPOINT={at.AppServiceIdentity} IDENTITY_HEADER={azure.Options.IdentityHeader}

            tenant           {azure.Options.TenantId}
            client id        {principal.ClientId}
            client secret    {principal.Secret}
            {string.Join(Environment.NewLine, resources)}

            Clients trust it with
                SSL_CERT_DIR={azure.AuthorityFolder}         (.NET on Linux)
                NODE_EXTRA_CA_CERTS={azure.AuthorityPath}    (Node.js)
            and sign in with instance discovery switched off. Ctrl+C ends it.
            """;
    }

    private static string Workspace(Workspace workspace) => $"workspace        {workspace.CustomerId} {workspace.Id}";
}
