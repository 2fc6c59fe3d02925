using System.Net;
using System.Security;

namespace IoTHubDisconnect.Commands;

/// <summary>Reads secrets at the moment they are used, and warns of those that were given as text.</summary>
internal static class Secrets
{
    public static string? Read(this SecureString? secret) =>
        secret is null ? null : new NetworkCredential("", secret).Password;

    /// <summary>Warns of secrets among what is bound that were given as text.</summary>
    public static void WarnOfTexts(this CancellableCmdlet cmdlet)
    {
        foreach (var parameter in SecretAttribute.TextsAmong(cmdlet.MyInvocation.BoundParameters))
            cmdlet.WriteWarning(
                $"-{parameter} was given as text, which the history, transcripts and logs of scripts may keep. "
                    + "Give a SecureString, as Get-Secret and Read-Host -AsSecureString do."
            );
    }
}
