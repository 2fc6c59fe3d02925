using System.Management.Automation;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Commands;

/// <summary>What went wrong with Azure as an error record: its kind is the id, and tells the next step.</summary>
internal static class AzureErrors
{
    /// <param name="exception">What went wrong.</param>
    /// <param name="signIn">The way of signing in that it is about; null for that of the session.</param>
    public static ErrorRecord ToErrorRecord(this AzureException exception, SignIn? signIn = null)
    {
        var request = exception.RequestId is { } id ? $" (request {id})" : "";
        return new ErrorRecord(exception, exception.Kind.ToString(), CategoryOf(exception.Kind), exception.Target)
        {
            ErrorDetails = new ErrorDetails(exception.Message + request)
            {
                RecommendedAction = AzureAdvice.For(exception.Kind, signIn ?? AzureSession.Current?.Connection.SignIn),
            },
        };
    }

    private static ErrorCategory CategoryOf(AzureErrorKind kind) =>
        kind switch
        {
            AzureErrorKind.NotSignedIn
            or AzureErrorKind.WrongTenant
            or AzureErrorKind.CredentialRefused
            or AzureErrorKind.TokenExpired
            or AzureErrorKind.WrongAudience
            or AzureErrorKind.SignInAgain
            or AzureErrorKind.SasExpired
            or AzureErrorKind.SasRefused => ErrorCategory.AuthenticationError,
            AzureErrorKind.AccessDenied
            or AzureErrorKind.NetworkRestricted
            or AzureErrorKind.PrivateNetworkOnly
            or AzureErrorKind.SettingDenied
            or AzureErrorKind.DestinationDenied => ErrorCategory.PermissionDenied,
            AzureErrorKind.SubscriptionNotFound
            or AzureErrorKind.ResourceNotFound
            or AzureErrorKind.WorkspaceNotFound
            or AzureErrorKind.TableNotFound
            or AzureErrorKind.ContainerNotFound => ErrorCategory.ObjectNotFound,
            AzureErrorKind.Conflict or AzureErrorKind.DestinationTaken => ErrorCategory.ResourceExists,
            AzureErrorKind.TooManySettings => ErrorCategory.LimitsExceeded,
            AzureErrorKind.UntrustedHost => ErrorCategory.SecurityError,
            AzureErrorKind.InvalidContainerUri or AzureErrorKind.UnknownCloud or AzureErrorKind.InsecureEndpoint =>
                ErrorCategory.InvalidArgument,
            AzureErrorKind.QueryRefused or AzureErrorKind.SettingRefused => ErrorCategory.InvalidOperation,
            AzureErrorKind.QueryTimeout => ErrorCategory.OperationTimeout,
            AzureErrorKind.Throttled => ErrorCategory.LimitsExceeded,
            AzureErrorKind.Unreachable => ErrorCategory.ConnectionError,
            AzureErrorKind.ServiceError => ErrorCategory.ResourceUnavailable,
            _ => ErrorCategory.InvalidData,
        };
}
