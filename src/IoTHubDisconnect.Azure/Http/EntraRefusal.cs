using System.Text.RegularExpressions;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.Http;

/// <summary>
/// Why Entra gave no token: https://learn.microsoft.com/entra/identity-platform/reference-error-codes.
/// </summary>
internal sealed partial record EntraRefusal(string Code, string Message)
{
    /// <summary>No such tenant, or the application or the user is not in it.</summary>
    private static readonly HashSet<string> OfTenant =
    [
        "AADSTS90002",
        "AADSTS900021",
        "AADSTS900023",
        "AADSTS50020",
        "AADSTS50034",
        "AADSTS700016",
        "AADSTS90072",
    ];

    /// <summary>A sign-in of a person that is too long ago.</summary>
    private static readonly HashSet<string> OfTime =
    [
        "AADSTS50173",
        "AADSTS700082",
        "AADSTS70043",
        "AADSTS50089",
        "AADSTS70020",
    ];

    public AzureErrorKind Kind =>
        OfTenant.Contains(Code) ? AzureErrorKind.WrongTenant
        : OfTime.Contains(Code) ? AzureErrorKind.TokenExpired
        : Code == "AADSTS500011" ? AzureErrorKind.WrongAudience
        : AzureErrorKind.CredentialRefused;

    /// <summary>Finds what Entra said within what was made of it.</summary>
    public static EntraRefusal? Find(string message) =>
        Form().Match(message) is { Success: true } match
            ? new EntraRefusal(match.Groups["code"].Value, match.Value)
            : null;

    [GeneratedRegex(
        @"(?<code>AADSTS\d+):.+?(?=\s*(Trace ID|Timestamp|$))",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Form();
}
