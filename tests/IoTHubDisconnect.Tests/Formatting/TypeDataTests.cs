using System.Management.Automation;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Tests.Formatting;

public sealed class TypeDataTests : IDisposable
{
    private readonly Session _session = new();

    public static TheoryData<string> ShownTypes =>
        [
            "IoTHubDisconnect.DeviceDisconnect",
            "IoTHubDisconnect.DisconnectCause",
            "IoTHubDisconnect.DeviceAttention",
            "IoTHubDisconnect.DisconnectSummary",
            "IoTHubDisconnect.DisconnectComparison",
            "IoTHubDisconnect.DisconnectAlertRule",
            "IoTHubDisconnect.DisconnectSolution",
            "IoTHubDisconnect.DisconnectEvidence",
            "IoTHubDisconnect.DisconnectReport",
            "IoTHubDisconnect.DisconnectSaving",
            "IoTHubDisconnect.AlternativeCause",
            "IoTHubDisconnect.ConnectedDeviceCount",
            "IoTHubDisconnect.DisconnectLoggingCheck",
            "IoTHubDisconnect.Fleets.Profiles.DeviceProfile",
            "IoTHubDisconnect.Fleets.Profiles.HubActivity",
        ];

    [Theory]
    [MemberData(nameof(ShownTypes))]
    public void Property_sets_name_properties_that_are_there(string name)
    {
        var type = typeof(DeviceDisconnect).Assembly.GetType(name, throwOnError: true)!;
        var sample = new PSObject(System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type));
        var standard = (PSMemberSet)
            _session.Run("$o.psobject.Members['PSStandardMembers']", ("o", sample)).Output.Single().BaseObject;

        foreach (var set in new[] { "DefaultDisplayPropertySet", "DefaultKeyPropertySet" })
        {
            var names = Assert.IsType<PSPropertySet>(standard.Members[set]).ReferencedPropertyNames;
            Assert.NotEmpty(names);
            Assert.All(
                names,
                property => Assert.True(type.GetProperty(property) is not null || IsScript(sample, property), property)
            );
        }
    }

    [Theory]
    [MemberData(nameof(ShownTypes))]
    public void Columns_of_an_export_read_as_text(string name)
    {
        var type = typeof(DeviceDisconnect).Assembly.GetType(name, throwOnError: true)!;

        Assert.All(
            type.GetProperties(),
            property => Assert.True(ReadsAsText(property.PropertyType), $"{name}.{property.Name}")
        );
    }

    [Fact]
    public void Enumerations_come_back_by_name() =>
        Assert.All(
            typeof(DeviceDisconnect).Assembly.GetExportedTypes().Where(type => type.IsEnum),
            type =>
                Assert.Equal(
                    "String",
                    _session
                        .Run(
                            "$o.psobject.Members['PSStandardMembers'].SerializationMethod",
                            ("o", Enum.GetValues(type).GetValue(0))
                        )
                        .Output.Single()
                        .ToString()
                )
        );

    public void Dispose() => _session.Dispose();

    private bool IsScript(PSObject sample, string name) =>
        _session
            .Run("$o.psobject.Members[$name] -is [psscriptproperty]", ("o", sample), ("name", name))
            .Output.Single()
            .BaseObject
            is true;

    private static bool ReadsAsText(Type type) =>
        type.IsValueType
        || type.GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType is var declaring
            && declaring != typeof(object)
            && !type.IsArray;
}
