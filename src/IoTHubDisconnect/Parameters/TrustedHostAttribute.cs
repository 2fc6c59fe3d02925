using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>Lets host names through, without anything around them.</summary>
internal sealed class TrustedHostAttribute : ValidateEnumeratedArgumentsAttribute
{
    protected override void ValidateElement(object element)
    {
        if (Uri.CheckHostName($"{element}") == UriHostNameType.Unknown)
            throw new ValidationMetadataException(
                $"'{element}' is no host name, as in logs.contoso.com: no https://, no port, no path, no wildcard."
            );
    }
}
