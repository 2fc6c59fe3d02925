using System.Text.Json;
using Azure;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.Http;

/// <summary>
/// The body of an error answer: <c>{"error":{"code","message","innererror":…}}</c>, alike in nearly all of Azure's
/// services; some leave the outer object out.
/// </summary>
internal sealed record ServiceError(int Status, string? Code, string? Message, string? InnerCode, string? InnerMessage)
{
    private const int LongestBody = 64 * 1024;

    public static async Task<ServiceError> ReadAsync(Response response, CancellationToken cancellation)
    {
        try
        {
            using var limited = new MemoryStream();
            if (response.ContentStream is { } content)
                await CopyAsync(content, limited, cancellation).ConfigureAwait(false);

            limited.Position = 0;
            using var document = await JsonDocument
                .ParseAsync(limited, cancellationToken: cancellation)
                .ConfigureAwait(false);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } body)
                return Of(
                    response.Status,
                    body.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                        ? error
                        : body
                );
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            // A proxy's page or a cut body says no more than the status does.
        }

        return new ServiceError(response.Status, null, null, null, null);
    }

    public AzureErrorKind Kind =>
        Status switch
        {
            400 when Mentions("Failed to resolve table") || Mentions("does not refer to any known table") =>
                AzureErrorKind.TableNotFound,
            400 when Mentions("EntityNotFound") => AzureErrorKind.WorkspaceNotFound,
            // Azure Data Explorer's limits: https://learn.microsoft.com/kusto/concepts/query-limits.
            400
                when Mentions("E_QUERY_RESULT_SET_TOO_LARGE")
                    || Mentions("E_RUNAWAY_QUERY")
                    || Mentions("E_LOW_MEMORY_CONDITION") => AzureErrorKind.QueryTimeout,
            // Azure Resource Graph has no other word for it.
            400 when Mentions("NoValidSubscriptions") => AzureErrorKind.AccessDenied,
            400 => AzureErrorKind.QueryRefused,
            401 when Mentions("ExpiredAuthenticationToken") || Mentions("expired") => AzureErrorKind.TokenExpired,
            401 when Mentions("TokenTenant") || Mentions("wrong issuer") => AzureErrorKind.WrongTenant,
            401 or 403 when Mentions("Audience") => AzureErrorKind.WrongAudience,
            401 => AzureErrorKind.CredentialRefused,
            403 when Mentions("expired") => AzureErrorKind.TokenExpired,
            403 when IsOfNetwork => AzureErrorKind.PrivateNetworkOnly,
            403 => AzureErrorKind.AccessDenied,
            404 => Mentions("Workspace") ? AzureErrorKind.WorkspaceNotFound : AzureErrorKind.ResourceNotFound,
            409 or 412 => AzureErrorKind.Conflict,
            429 => AzureErrorKind.Throttled,
            504 => AzureErrorKind.QueryTimeout,
            _ => AzureErrorKind.ServiceError,
        };

    public string Describe(int status) =>
        Message is null && InnerMessage is null
            ? $"HTTP {status}."
            : $"{InnerMessage ?? Message} ({InnerCode ?? Code ?? $"HTTP {status}"})";

    /// <summary>
    /// A private link scope, a network perimeter or a closed public endpoint, which all answer as a missing role does,
    /// but for what is inside.
    /// </summary>
    private bool IsOfNetwork =>
        Mentions("NspValidationFailed")
        || Mentions("Network Security Perimeter")
        || Mentions("private link")
        || Mentions("public network");

    private bool Mentions(string text) =>
        new[] { Code, Message, InnerCode, InnerMessage }.Any(part =>
            part?.Contains(text, StringComparison.OrdinalIgnoreCase) == true
        );

    private static ServiceError Of(int status, JsonElement error)
    {
        var inner = error;
        if (
            error.TryGetProperty("details", out var details)
            && details.ValueKind == JsonValueKind.Array
            && details.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first
        )
            inner = first;
        while (inner.TryGetProperty("innererror", out var next) && next.ValueKind == JsonValueKind.Object)
            inner = next;

        // Azure Data Explorer puts the sentence that helps into @message.
        return new ServiceError(
            status,
            Text(error, "code"),
            Text(error, "message"),
            Text(inner, "code"),
            Text(inner, "@message") ?? Text(inner, "message")
        );
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static async Task CopyAsync(Stream from, MemoryStream to, CancellationToken cancellation)
    {
        var buffer = new byte[8192];
        int count;
        while (
            to.Length < LongestBody && (count = await from.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0
        )
            to.Write(buffer, 0, count);
    }
}
