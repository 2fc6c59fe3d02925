using System.Collections;
using AzureStandIn;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Azure.Tests;

/// <summary>The stand-in for Azure with a log loaded, for the tests of a class.</summary>
public class Cloud : IAsyncLifetime
{
    /// <summary>As long as Azure keeps rows for anybody.</summary>
    private const int YearsOfDays = 4383;

    private readonly LogFolder _folder = new();

    public StandInAzure Azure { get; private set; } = null!;

    /// <summary>The same rows as files.</summary>
    public string Path => _folder.Path;

    /// <summary>The ARM resource id of the first hub.</summary>
    public string HubId => Azure.Estate.Hubs[0].Id.ToString();

    public Guid WorkspaceId => Azure.Estate.Workspaces[0].CustomerId;

    /// <summary>What -Environment takes.</summary>
    public Hashtable Environment =>
        new()
        {
            ["Name"] = "StandIn",
            ["AuthorityHost"] = Azure.Endpoints.Entra,
            ["ResourceManager"] = Azure.Endpoints.ResourceManager,
            ["Logs"] = Azure.Endpoints.Logs,
        };

    protected virtual StandInOptions Options => new();

    public async Task InitializeAsync()
    {
        Write(_folder.Path);
        Azure = await StandInAzure.StartAsync(Options);
        await Azure.LoadAsync(_folder.Path);
        foreach (var workspace in Azure.Estate.Workspaces)
            workspace.RetentionInDays = YearsOfDays;
    }

    public async Task DisposeAsync()
    {
        await Azure.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>
    /// A session that is not signed in; <c>$cloud</c> is the stand-in's environment, <c>$hub</c>, <c>$workspace</c> and
    /// <c>$logs</c> say where the rows are.
    /// </summary>
    internal Session Open(System.Management.Automation.Host.PSHost? host = null)
    {
        Azure.Faults.Clear();
        Azure.Permissions.Restore();
        Azure.ForgetRequests();
        var session = new Session(host);
        session
            .Run("$null", ("cloud", Environment), ("hub", HubId), ("workspace", WorkspaceId), ("logs", Path))
            .Clean();
        return session;
    }

    /// <summary>A session that is signed in with a secret; the cluster is a host of its own.</summary>
    internal Session SignIn(System.Management.Automation.Host.PSHost? host = null)
    {
        var session = Open(host);
        var principal = Azure.Options.ServicePrincipals[0];
        session
            .Run(
                "$null = Connect-IoTHubDisconnect -TenantId $tenant -ApplicationId $app -ClientSecret "
                    + "$secret -Environment $cloud -TrustedHost $own",
                ("tenant", $"{Azure.Options.TenantId}"),
                ("app", $"{principal.ClientId}"),
                ("secret", Secret.Of(principal.Secret)),
                ("own", Azure.Endpoints.DataExplorer.Host)
            )
            .Clean();
        return session;
    }

    protected virtual void Write(string folder) =>
        File.WriteAllLines(System.IO.Path.Combine(folder, "tiny.json"), TinyLog.Rows);
}
