namespace IoTHubDisconnect.Tests.Pester;

/// <summary>A test that needs pwsh with Pester, and is skipped on a machine without them.</summary>
internal sealed class PesterFactAttribute : FactAttribute
{
    public PesterFactAttribute() => Skip = Pwsh.Lack;
}
