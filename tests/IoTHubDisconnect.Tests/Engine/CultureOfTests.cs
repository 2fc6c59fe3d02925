using System.Globalization;
using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Tests.Engine;

internal static class CultureOfTests
{
    /// <summary>
    /// What a session shows depends on the culture of its thread, and must not on that of the machine.
    /// </summary>
    [ModuleInitializer]
    internal static void Fix() =>
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture =
            CultureInfo.InvariantCulture;
}
