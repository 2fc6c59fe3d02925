using System.Management.Automation;
using System.Reflection;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Tests.Cmdlets;

public sealed class ModuleTests : IDisposable
{
    private static readonly string[] ApprovedVerbs =
    [
        .. new[] { typeof(VerbsCommon), typeof(VerbsCommunications), typeof(VerbsData), typeof(VerbsDiagnostic), typeof(VerbsLifecycle), typeof(VerbsOther), typeof(VerbsSecurity) }
            .SelectMany(verbs => verbs.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(field => (string)field.GetRawConstantValue()!),
    ];

    private readonly Session _session = new();

    public static TheoryData<string> Exported
    {
        get
        {
            using var session = new Session();
            return [.. Commands(session).Select(command => command.Name)];
        }
    }

    [Fact]
    public void The_module_exports_its_cmdlets_and_nothing_else()
    {
        var module = _session.Run("Get-Module IoTHubDisconnect").As<PSModuleInfo>().Single();

        Assert.Equal(
            [
                "Compare-DisconnectCause", "Connect-IoTHubDisconnect", "Disconnect-IoTHubDisconnect", "Export-DisconnectReport", "Get-ConnectedDeviceCount", "Get-DeviceDisconnect",
                "Get-DisconnectQuery", "Get-DisconnectSolution", "Measure-DisconnectCause",
                "New-DisconnectAlertRule", "Publish-DisconnectReport", "Resolve-DisconnectCause",
                "Test-DeviceConnectivity", "Test-DisconnectLogging",
            ],
            module.ExportedCmdlets.Keys.Order());
        Assert.Empty(module.ExportedFunctions);
        Assert.Empty(module.ExportedAliases);
        Assert.Empty(module.ExportedVariables);
    }

    [Theory]
    [MemberData(nameof(Exported))]
    public void Verbs_are_approved_ones(string name) => Assert.Contains(Command(name).Verb, ApprovedVerbs);

    [Theory]
    [MemberData(nameof(Exported))]
    public void Each_cmdlet_gives_one_type_that_nobody_can_change(string name)
    {
        if (name == "Disconnect-IoTHubDisconnect") return;
        var type = Assert.Single(Command(name).OutputType).Type;

        Assert.True(type is { IsPublic: true, IsSealed: true });
        Assert.All(type.GetProperties(), property => Assert.Null(property.GetSetMethod()));
    }

    [Theory]
    [MemberData(nameof(Exported))]
    public void Parameters_have_names_in_the_singular_that_begin_with_a_capital(string name) =>
        Assert.All(Own(Command(name)), parameter => Assert.Matches("^[A-Z][A-Za-z]*[^s]$|^Last$", parameter.Name));

    [Theory]
    [MemberData(nameof(Exported))]
    public void Parameters_do_not_take_back_what_pwsh_offers_everywhere(string name) =>
        Assert.Empty(Own(Command(name)).SelectMany(parameter => parameter.Aliases).Intersect(Cmdlet.CommonParameters.Concat(Cmdlet.OptionalCommonParameters), StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void No_dependency_is_of_a_release_that_is_long_gone()
    {
        var file = Repository.PathOf("module/dependencies/System.Security.Cryptography.ProtectedData.dll");

        Assert.InRange(AssemblyName.GetAssemblyName(file).Version!.Major, 8, int.MaxValue);
    }

    [Fact]
    public void A_second_import_and_a_new_one_after_removal_work()
    {
        _session.Run("Import-Module (Get-Module IoTHubDisconnect).Path -Force").Clean();
        _session.Run("$path = (Get-Module IoTHubDisconnect).Path; Remove-Module IoTHubDisconnect; Import-Module $path").Clean();

        Assert.Single(_session.Run("Get-DisconnectSolution 404104").Clean().Output);
    }

    public void Dispose() => _session.Dispose();

    private static CmdletInfo[] Commands(Session session) => session.Run("Get-Command -Module IoTHubDisconnect").As<CmdletInfo>();

    private static IEnumerable<ParameterMetadata> Own(CmdletInfo command) =>
        command.Parameters.Values.Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name));

    private CmdletInfo Command(string name) => Commands(_session).Single(command => command.Name == name);
}
