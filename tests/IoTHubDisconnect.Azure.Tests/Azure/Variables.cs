namespace IoTHubDisconnect.Azure.Tests;

/// <summary>
/// Environment variables of this process, until disposed of. The ways of signing in that a build machine may offer are
/// taken away.
/// </summary>
internal sealed class Variables : IDisposable
{
    private static readonly string[] OfSignIn =
    [
        "IDENTITY_ENDPOINT",
        "IDENTITY_HEADER",
        "MSI_ENDPOINT",
        "MSI_SECRET",
        "AZURE_POD_IDENTITY_AUTHORITY_HOST",
        "AZURE_CLIENT_ID",
        "AZURE_CLIENT_SECRET",
        "AZURE_TENANT_ID",
        "AZURE_FEDERATED_TOKEN_FILE",
        "AZURE_AUTHORITY_HOST",
        "AZURE_TOKEN_CREDENTIALS",
    ];

    private readonly Dictionary<string, string?> _before = [];

    public Variables(params (string Name, string? Value)[] values)
    {
        foreach (var name in OfSignIn)
            Set(name, null);
        foreach (var (name, value) in values)
            Set(name, value);
    }

    public void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
            Environment.SetEnvironmentVariable(name, value);
    }
}
