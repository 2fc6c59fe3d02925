using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Net;
using System.Security;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Commands;

/// <summary>Whom the Az modules are signed in as, in which tenant of which cloud.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="TenantId">Null where they do not say.</param>
/// <param name="CloudName">What they call the cloud; null where they do not say.</param>
internal sealed record AzContext(string Account, string? TenantId, string? CloudName)
{
    private const string Ask =
        "if (Get-Command Get-AzContext -ErrorAction Ignore) { Get-AzContext -ErrorAction Ignore "
        + "-WarningAction Ignore }";

    /// <summary>The cloud.</summary>
    /// <exception cref="AzureException">It is not one whose endpoints are known.</exception>
    public AzureEnvironment Cloud =>
        CloudName is null
            ? AzureEnvironment.AzureCloud
            : AzureEnvironment.Known.FirstOrDefault(cloud =>
                cloud.Name.Equals(CloudName, StringComparison.OrdinalIgnoreCase)
            )
                ?? throw new AzureException(
                    AzureErrorKind.UnknownCloud,
                    $"The Az modules are signed in to '{CloudName}', whose endpoints are not known here."
                )
                {
                    Target = CloudName,
                };

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", new[] { Account, TenantId, CloudName }.OfType<string>());

    /// <summary>Finds the context; null where nobody is signed in.</summary>
    /// <param name="invoker">Asks the Az modules.</param>
    /// <param name="mayImport">Whether the Az modules are imported for it where they are not loaded, which takes
    /// seconds.</param>
    public static AzContext? Find(CommandInvocationIntrinsics invoker, bool mayImport)
    {
        if (!mayImport && !(IsLoaded(invoker, "Get-AzAccessToken") && IsLoaded(invoker, "Get-AzContext")))
            return null;
        var context = invoker.InvokeScript(Ask).FirstOrDefault();
        return TextOf(context, "Account", "Id") is { } account
            ? new AzContext(account, TextOf(context, "Tenant", "Id"), TextOf(context, "Environment", "Name"))
            : null;
    }

    /// <summary>Gets a token. Older versions of Az give its text, newer ones a SecureString.</summary>
    public static ExternalToken GetToken(CommandInvocationIntrinsics invoker, string audience)
    {
        const string script =
            "param($audience) Get-AzAccessToken -ResourceUrl $audience -ErrorAction Stop -WarningAction Ignore";
        var answer = invoker.InvokeScript(script, false, PipelineResultTypes.None, null, audience).FirstOrDefault();
        var text = answer?.Properties["Token"]?.Value switch
        {
            SecureString secret => new NetworkCredential("", secret).Password,
            string plain => plain,
            _ => throw new AzureException(
                AzureErrorKind.NotSignedIn,
                "Get-AzAccessToken gave no token. Sign in with Connect-AzAccount, or with Connect-IoTHubDisconnect."
            ),
        };
        var expires = answer.Properties["ExpiresOn"]?.Value switch
        {
            DateTimeOffset time => time,
            DateTime time => time.ToUniversalTime(),
            _ => DateTimeOffset.UtcNow,
        };
        return new ExternalToken(text, expires);
    }

    /// <summary>The part's own name, or its text where it has none.</summary>
    private static string? TextOf(PSObject? context, string part, string name)
    {
        var value = context?.Properties[part]?.Value;
        var text = value is null ? null : $"{PSObject.AsPSObject(value).Properties[name]?.Value ?? value}";
        return string.IsNullOrEmpty(text) ? null : text;
    }

    // Asking for a command by name imports its module, which takes seconds; the current commands alone are asked for.
    private static bool IsLoaded(CommandInvocationIntrinsics invoker, string name) =>
        invoker
            .InvokeScript(
                "param($name) Get-Command $name -ListImported -ErrorAction Ignore",
                false,
                PipelineResultTypes.None,
                null,
                name
            )
            .Count > 0;
}
