using System.Net;
using System.Security;

namespace IoTHubDisconnect.Commands;

/// <summary>Reads secrets at the moment they are used.</summary>
internal static class Secrets
{
    public static string? Read(this SecureString? secret) =>
        secret is null ? null : new NetworkCredential("", secret).Password;
}
