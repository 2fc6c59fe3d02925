using CsCheck;

namespace IoTHubDisconnect.Net8.Tests;

/// <summary>What CsCheck 5, which does not run on .NET 8, calls by a shorter name.</summary>
internal static class OlderCsCheck
{
    extension(Gen)
    {
        public static Gen<T> OneOf<T>(params T[] values) => Gen.OneOfConst(values);
    }
}
