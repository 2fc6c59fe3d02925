namespace IoTHubDisconnect.Unattended.Tests.Alerts;

/// <summary>What New-DisconnectAlertRule writes, before Bicep's own compiler and linter.</summary>
public sealed class CompilerTests(CompiledTemplates templates) : IClassFixture<CompiledTemplates>
{
    public static TheoryData<string> Parameters => [.. CompiledTemplates.Parameters];

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Nothing_is_wrong(string parameters) => Assert.Empty(templates.SaidOf(parameters));

    [Theory]
    [MemberData(nameof(Parameters))]
    public void What_Bicep_compiles_to_is_the_ARM_template(string parameters) =>
        Assert.Equal(templates.CompiledOf(parameters), templates.ArmOf(parameters));

    [Fact]
    public void The_linter_is_at_work() =>
        Assert.Contains("no-unused-params", Assert.Single(templates.SaidOf(CompiledTemplates.Unused)));
}
