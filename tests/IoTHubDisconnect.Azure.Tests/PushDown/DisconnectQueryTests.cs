using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.Tests.PushDown;

/// <summary>The query that people take to the portal: the service accepts it, and it is made without Azure.</summary>
[Collection(nameof(TinyCloud))]
public sealed class DisconnectQueryTests(TinyCloud cloud)
{
    public static TheoryData<string> Questions =>
        new()
        {
            "",
            "-Last 24h",
            "-DeviceId 'a*', 'press \"7\"', \"o'b\\\", \"line`nbreak\"",
            "-ResourceId $hub -StartTime 2026-01-01Z -EndTime 2026-01-02Z",
            "-HubName CONTOSO-EU",
            "-HubName *, contoso-[a-e]?",
            "-HubName CONTOSO-EU -ResourceGroupName contoso-iot",
            "-WorkspaceId $workspace -Summary",
            "-Summary -DeviceId press-*",
            "-Summary -DeviceId \"`n| take 1 //\"",
            "-ClusterUri https://fleet.westeurope.kusto.windows.net -Database \"Fleet`n| take 1\"",
        };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Is_accepted_by_the_service(string parameters)
    {
        using var session = cloud.Open();
        var query = Assert.Single(session.Run($"Get-DisconnectQuery {parameters}").Clean().As<string>());

        Assert.StartsWith("// ", query);
        Assert.Empty(cloud.Azure.Requests);
        using var answer = await new DirectConnection(cloud.Azure).QueryAsync(
            new LogQuery(new WorkspaceTarget(default), query),
            AzureCall.Silent
        );
        Assert.NotNull(answer);
    }

    [Theory]
    [InlineData("press-01", "has_cs \"press-01\"")]
    [InlineData("press-01', 'pump-2", "has_any (\"press-01\", \"pump-2\")")]
    [InlineData("press-*", "contains_cs \"press-\"")]
    [InlineData("o''brien+7", "contains_cs \"brien\"")]
    public void Devices_are_looked_for_before_anything_is_parsed(string devices, string condition)
    {
        using var session = cloud.Open();
        var query = $"{session.Run($"Get-DisconnectQuery -DeviceId '{devices}'").Clean().Output[0]}";
        var at = query.IndexOf($"column_ifexists(\"properties_s\", \"\") {condition}", StringComparison.Ordinal);
        Assert.InRange(
            at,
            query.IndexOf("TimeGenerated", StringComparison.Ordinal),
            query.IndexOf("todynamic", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Says_when_the_engine_cannot_choose_the_devices()
    {
        using var session = cloud.Open();

        Assert.Single(session.Run("Get-DisconnectQuery -DeviceId '*press?'").Warnings);
    }
}
