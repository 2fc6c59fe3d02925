namespace IoTHubDisconnect.Shell;

/// <summary>The texts embedded in this assembly.</summary>
internal static class Resource
{
    public static string Read(string name)
    {
        using Stream stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource '{name}' is not embedded.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
