using System.Globalization;

namespace AzureStandIn.Identity;

/// <summary>A refusal of the token endpoint.</summary>
internal sealed record EntraError(int Status, string Error, int Code, string Message)
{
    public static EntraError TenantNotFound(string tenant) =>
        new(
            400,
            "invalid_request",
            90002,
            $"Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are "
                + "signing into the correct cloud. "
                + "Check with your subscription administrator, this may happen if there are no active "
                + "subscriptions for the tenant."
        );

    public static EntraError ApplicationNotFound(string clientId, Guid tenant) =>
        new(
            400,
            "unauthorized_client",
            700016,
            $"Application with identifier '{clientId}' was not found in the directory '{tenant}'. This can "
                + "happen if the application has not been "
                + "installed by the administrator of the tenant or consented to by any user in the tenant. "
                + "You may have sent your authentication request "
                + "to the wrong tenant."
        );

    public static EntraError ResourceNotFound(string resource, Guid tenant) =>
        new(
            400,
            "invalid_resource",
            500011,
            $"The resource principal named {resource} was not found in the tenant named {tenant}. This can "
                + "happen if the application has not been "
                + "installed by the administrator of the tenant or consented to by any user in the tenant."
        );

    public static EntraError InvalidSecret(string clientId) =>
        new(
            401,
            "invalid_client",
            7000215,
            "Invalid client secret provided. Ensure the secret being sent in the request is the client "
                + "secret value, not the client secret ID, "
                + $"for a secret added to app '{clientId}'."
        );

    public static EntraError ExpiredSecret(string clientId) =>
        new(
            401,
            "invalid_client",
            7000222,
            $"The provided client secret keys for app '{clientId}' are expired. Visit the Azure portal to "
                + "create new keys for your app."
        );

    public static EntraError InvalidCertificate(string clientId) =>
        new(
            401,
            "invalid_client",
            700027,
            "The certificate with identifier used to sign the client assertion is not registered on application. "
                + "[Reason - The key was not found., Please visit the Azure Portal to check the keys of "
                + $"application with ID '{clientId}'.]"
        );

    public static EntraError NoFederatedIdentity(string subject) =>
        new(
            400,
            "invalid_request",
            70021,
            $"No matching federated identity record found for presented assertion subject '{subject}'."
        );

    public static EntraError MissingCredential { get; } =
        new(
            401,
            "invalid_client",
            7000218,
            "The request body must contain the following parameter: 'client_assertion' or 'client_secret'."
        );

    public static EntraError UnsupportedGrant(string grant) =>
        new(400, "unsupported_grant_type", 70003, $"The app requested an unsupported grant type '{grant}'.");

    public static EntraError AuthorizationPending { get; } =
        new(
            400,
            "authorization_pending",
            70016,
            "OAuth 2.0 device flow error. Authorization is pending. Continue polling."
        );

    public static EntraError DeviceCodeExpired { get; } =
        new(400, "expired_token", 70020, "The provided value for the input parameter 'device_code' is not valid.");

    public object ToJson()
    {
        var trace = Guid.NewGuid();
        var correlation = Guid.NewGuid();
        var time = DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new
        {
            error = Error,
            error_description = $"AADSTS{Code}: {Message} Trace ID: {trace} Correlation ID: {correlation} Timestamp: "
                + $"{time}",
            error_codes = new[] { Code },
            timestamp = time,
            trace_id = trace,
            correlation_id = correlation,
            error_uri = $"https://login.microsoftonline.com/error?code={Code}",
        };
    }
}
