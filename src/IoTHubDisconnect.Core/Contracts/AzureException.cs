namespace IoTHubDisconnect.Contracts;

/// <summary>Azure did not do what was asked.</summary>
/// <param name="kind">What went wrong, as far as it tells what to do next.</param>
/// <param name="message">One sentence or two for people: what was asked of whom, and what came back. No secret.</param>
/// <param name="inner">What the SDK or the network said.</param>
internal sealed class AzureException(AzureErrorKind kind, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public AzureErrorKind Kind { get; } = kind;

    /// <summary>The resource, workspace, endpoint or identity that it is about.</summary>
    public string? Target { get; init; }

    /// <summary>The service's own code, such as <c>AuthorizationFailed</c>; null where it gave none.</summary>
    public string? ServiceCode { get; init; }

    /// <summary>What support asks for.</summary>
    public string? RequestId { get; init; }
}
