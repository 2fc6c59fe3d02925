using System.Management.Automation;
using System.Net;
using System.Security;
using IoTHubDisconnect.Cloud;

namespace IoTHubDisconnect.Commands;

/// <summary>The sign-in of the Az modules, where they are loaded beside us.</summary>
internal static class AzContext
{
    /// <summary>Whether the Az modules are loaded and signed in. Nothing is imported to find out.</summary>
    public static bool IsSignedIn(CommandInvocationIntrinsics invoker) =>
        IsLoaded(invoker, "Get-AzAccessToken") && IsLoaded(invoker, "Get-AzContext")
        && invoker.InvokeScript("Get-AzContext -ErrorAction Ignore -WarningAction Ignore").FirstOrDefault()?.Properties["Account"]?.Value is not null;

    /// <summary>Gets a token. Older versions of Az give its text, newer ones a SecureString.</summary>
    public static ExternalToken GetToken(CommandInvocationIntrinsics invoker, string audience)
    {
        var answer = invoker.InvokeScript("param($audience) Get-AzAccessToken -ResourceUrl $audience -ErrorAction Stop -WarningAction Ignore", false,
            System.Management.Automation.Runspaces.PipelineResultTypes.None, null, audience).FirstOrDefault();
        var text = answer?.Properties["Token"]?.Value switch
        {
            SecureString secret => new NetworkCredential("", secret).Password,
            string plain => plain,
            _ => throw new AzureException(AzureErrorKind.NotSignedIn, "Get-AzAccessToken gave no token. Sign in with Connect-AzAccount, or with Connect-IoTHubDisconnect."),
        };
        var expires = answer.Properties["ExpiresOn"]?.Value switch
        {
            DateTimeOffset time => time,
            DateTime time => time.ToUniversalTime(),
            _ => DateTimeOffset.UtcNow,
        };
        return new ExternalToken(text, expires);
    }

    // Asking for a command by name imports its module, which takes seconds; the current commands alone are asked for.
    private static bool IsLoaded(CommandInvocationIntrinsics invoker, string name) =>
        invoker.InvokeScript("param($name) Get-Command $name -ListImported -ErrorAction Ignore", false,
            System.Management.Automation.Runspaces.PipelineResultTypes.None, null, name).Count > 0;
}
