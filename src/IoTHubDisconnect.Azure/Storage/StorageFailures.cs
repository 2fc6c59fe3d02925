using Azure;
using IoTHubDisconnect.Azure.Http;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.Storage;

/// <summary>Makes of the storage service's errors what people can act on.</summary>
internal static class StorageFailures
{
    /// <param name="name">What messages call the container or blob asked for.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="act">What is asked.</param>
    /// <param name="forWriting">Whether more than reading is asked.</param>
    public static Task<T> TranslateAsync<T>(
        BlobAddress address,
        string name,
        Func<Task<T>> act,
        bool forWriting = false
    ) =>
        Failures.TranslateAsync(
            name,
            async () =>
            {
                try
                {
                    return await act().ConfigureAwait(false);
                }
                catch (RequestFailedException exception) when (exception.Status != 0)
                {
                    var (kind, what) = Tell(exception, address.Sas, forWriting);
                    throw new AzureException(
                        kind,
                        $"{name}: {what} ({exception.ErrorCode ?? $"HTTP {exception.Status}"}).",
                        exception
                    )
                    {
                        Target = name,
                        ServiceCode = exception.ErrorCode,
                        RequestId = exception.GetRawResponse()?.Headers.RequestId,
                    };
                }
            }
        );

    public static AzureException Changed(string name, string how) =>
        new(AzureErrorKind.BlobChanged, $"{name}: the blob was {how} while it was read.") { Target = name };

    // https://learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes
    private static (AzureErrorKind, string) Tell(
        RequestFailedException exception,
        SharedAccess? sas,
        bool forWriting
    ) =>
        exception.Status switch
        {
            400 or 409 when exception.ErrorCode is "InvalidResourceName" or "InvalidUri" or "OutOfRangeInput" => (
                AzureErrorKind.InvalidContainerUri,
                "no container can have this name"
            ),
            404 when exception.ErrorCode == "BlobNotFound" => (
                AzureErrorKind.BlobChanged,
                "the blob was deleted while it was read"
            ),
            404
            or 409 when exception.ErrorCode is "ContainerNotFound" or "ContainerBeingDeleted" or "ResourceNotFound" => (
                AzureErrorKind.ContainerNotFound,
                "the storage account has no such container"
            ),
            412 or 416 => (AzureErrorKind.BlobChanged, "the blob was replaced while it was read"),
            429 or 503 => (AzureErrorKind.Throttled, "the storage account is busy"),
            403
                when forWriting
                    && exception.ErrorCode is "AuthorizationPermissionMismatch" or "InsufficientAccountPermissions" => (
                AzureErrorKind.AccessDenied,
                sas is null
                    ? "this identity may not write blobs; it needs the role Storage Blob Data Contributor on "
                        + "the container or the account, and Owner or Contributor do not include it"
                    : "the shared access signature does not allow writing; it takes the permissions Create and Write"
            ),
            401 or 403 when sas is not null => TellOfSas(exception, sas),
            401 or 403 => TellOfToken(exception),
            _ => (AzureErrorKind.ServiceError, "the storage service failed"),
        };

    private static (AzureErrorKind, string) TellOfSas(RequestFailedException exception, SharedAccess sas)
    {
        if (sas.IsExpired || Says(exception, "time frame"))
            return (
                AzureErrorKind.SasExpired,
                sas.ExpiresOn is { } end
                    ? $"the shared access signature expired at {end.UtcDateTime:u}, or does not begin before now"
                    : "the shared access signature is not valid at this time"
            );

        return exception.ErrorCode switch
        {
            "AuthorizationFailure" when !Says(exception, "authenticate") => (
                AzureErrorKind.NetworkRestricted,
                Restricted
            ),
            "AuthorizationSourceIPMismatch" => (
                AzureErrorKind.NetworkRestricted,
                "the shared access signature is for other addresses than this machine's"
            ),
            "AuthorizationPermissionMismatch"
            or "AuthorizationResourceTypeMismatch"
            or "AuthorizationServiceMismatch" => (
                AzureErrorKind.SasRefused,
                "the shared access signature does not allow this; it takes the permissions Read and List, "
                    + "on the container and what is in it"
            ),
            "AuthorizationProtocolMismatch" => (
                AzureErrorKind.SasRefused,
                "the shared access signature is for https alone"
            ),
            "KeyBasedAuthenticationNotPermitted" => (
                AzureErrorKind.SasRefused,
                "the storage account takes no shared access signatures made with its key"
            ),
            _ => (
                AzureErrorKind.SasRefused,
                "the shared access signature is not right for this container: was it copied whole, or has "
                    + "the key it was made with been renewed?"
            ),
        };
    }

    private static (AzureErrorKind, string) TellOfToken(RequestFailedException exception)
    {
        if (exception.ErrorCode == "AuthorizationFailure" && !Says(exception, "authenticate"))
            return (AzureErrorKind.NetworkRestricted, Restricted);

        if (exception.ErrorCode is "AuthorizationPermissionMismatch" or "InsufficientAccountPermissions")
            return (
                AzureErrorKind.AccessDenied,
                "this identity may not read blobs; it needs the role Storage Blob Data Reader on the "
                    + "container or the account, and Owner or Contributor do not include it"
            );

        return Says(exception, "issuer") ? (AzureErrorKind.WrongTenant, "the storage account belongs to another tenant")
            : Says(exception, "audience") ? (AzureErrorKind.WrongAudience, "the token is not for Azure Storage")
            : Says(exception, "lifetime") || Says(exception, "expired")
                ? (AzureErrorKind.TokenExpired, "the token is past its time")
            : (AzureErrorKind.CredentialRefused, "the token was refused");
    }

    private const string Restricted =
        "the storage account takes no requests from this network: its public access is off, or its "
        + "firewall does not know this machine's address";

    private static bool Says(RequestFailedException exception, string text) =>
        exception.Message.Contains(text, StringComparison.OrdinalIgnoreCase);
}
