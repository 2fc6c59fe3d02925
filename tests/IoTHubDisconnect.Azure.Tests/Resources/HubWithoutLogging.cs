using AzureStandIn.ResourceManager;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.Resources;

/// <summary>
/// A hub without a diagnostic setting, and a session with the places that one may go to: $to, $account, $rule.
/// </summary>
public abstract class HubWithoutLogging : IDisposable
{
    protected HubCloud Cloud { get; }

    private protected Session Session { get; }

    private protected StorageAccount Account { get; }

    protected HubWithoutLogging(HubCloud cloud)
    {
        Cloud = cloud;
        Session = cloud.OpenFresh();
        var id = cloud.Hub.Id;
        Account = new StorageAccount(
            id with
            {
                Type = StorageAccount.Type,
                Name = "contosologs",
            },
            new Uri("https://contosologs.blob.core.windows.net/")
        );
        cloud.Azure.Estate.Add(Account);
        cloud.Hub.DiagnosticSettings.Clear();
        Session
            .Run(
                "$null",
                ("to", cloud.Azure.Estate.Workspaces[0].Id.ToString()),
                ("account", Account.Id.ToString()),
                (
                    "rule",
                    $"/subscriptions/{id.SubscriptionId}/resourceGroups/{id.ResourceGroup}"
                        + "/providers/Microsoft.EventHub/namespaces/contoso/authorizationRules"
                        + "/RootManageSharedAccessKey"
                )
            )
            .Clean();
        cloud.Azure.ForgetRequests();
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Session.Dispose();
        Cloud.Hub.WhileSettingIsMade = null;
    }
}
