using System.Net;
using System.Security;

namespace IoTHubDisconnect.Tests.Engine;

internal static class Secret
{
    /// <summary>As Get-Secret gives it.</summary>
    public static SecureString Of(string? text) => new NetworkCredential("", text).SecurePassword;
}
