using System.Management.Automation;
using IoTHubDisconnect.Cloud;

namespace IoTHubDisconnect.Commands;

/// <summary>What went wrong with Azure as an error record: its kind is the id, and tells the next step.</summary>
internal static class AzureErrors
{
    public static ErrorRecord ToErrorRecord(this AzureException exception)
    {
        var request = exception.RequestId is { } id ? $" (request {id})" : "";
        return new ErrorRecord(exception, exception.Kind.ToString(), CategoryOf(exception.Kind), exception.Target)
        {
            ErrorDetails = new ErrorDetails(exception.Message + request) { RecommendedAction = AzureAdvice.For(exception.Kind) },
        };
    }

    private static ErrorCategory CategoryOf(AzureErrorKind kind) => kind switch
    {
        AzureErrorKind.NotSignedIn or AzureErrorKind.WrongTenant or AzureErrorKind.CredentialRefused or AzureErrorKind.TokenExpired or AzureErrorKind.WrongAudience
            or AzureErrorKind.SasExpired or AzureErrorKind.SasRefused => ErrorCategory.AuthenticationError,
        AzureErrorKind.AccessDenied or AzureErrorKind.NetworkRestricted => ErrorCategory.PermissionDenied,
        AzureErrorKind.ResourceNotFound or AzureErrorKind.WorkspaceNotFound or AzureErrorKind.TableNotFound or AzureErrorKind.ContainerNotFound => ErrorCategory.ObjectNotFound,
        AzureErrorKind.InvalidContainerUri or AzureErrorKind.InsecureEndpoint => ErrorCategory.InvalidArgument,
        AzureErrorKind.QueryRefused => ErrorCategory.InvalidOperation,
        AzureErrorKind.QueryTimeout => ErrorCategory.OperationTimeout,
        AzureErrorKind.Throttled => ErrorCategory.LimitsExceeded,
        AzureErrorKind.Unreachable => ErrorCategory.ConnectionError,
        AzureErrorKind.ServiceError => ErrorCategory.ResourceUnavailable,
        _ => ErrorCategory.InvalidData,
    };
}
