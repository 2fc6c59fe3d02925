using System.Reflection;

namespace IoTHubDisconnect;

/// <summary>Files that the assembly carries along.</summary>
internal static class EmbeddedResource
{
    private static readonly Assembly Assembly = typeof(EmbeddedResource).Assembly;

    public static bool Exists(string name) => Assembly.GetManifestResourceInfo(name) is not null;

    public static Stream Open(string name) =>
        Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The assembly lacks its resource '{name}'.");

    public static string ReadText(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }
}
