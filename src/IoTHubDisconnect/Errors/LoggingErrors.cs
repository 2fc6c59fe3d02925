using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>Error records of where logs are to go.</summary>
internal static class LoggingErrors
{
    public static ErrorRecord NoDestination() =>
        New(
            "Nothing says where the logs are to go.",
            "NoDestination",
            null,
            "Give -WorkspaceResourceId, -StorageAccountId or -EventHubAuthorizationRuleId."
        );

    public static ErrorRecord EventHubAlone(string name) =>
        New(
            $"The event hub '{name}' takes logs by a rule of its namespace.",
            "EventHubWithoutRule",
            name,
            "Give -EventHubAuthorizationRuleId as well: the id of a rule with the claims Manage, Send and Listen, "
                + "such as RootManageSharedAccessKey."
        );

    private static ErrorRecord New(string message, string id, object? target, string action) =>
        new(new ArgumentException(message), id, ErrorCategory.InvalidArgument, target)
        {
            ErrorDetails = new ErrorDetails(message) { RecommendedAction = action },
        };
}
