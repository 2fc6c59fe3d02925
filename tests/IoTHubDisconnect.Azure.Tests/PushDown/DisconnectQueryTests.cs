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
            "-HubName CONTOSO-EU -ResourceGroupName contoso-iot",
            "-WorkspaceId $workspace -Summary",
            "-Summary -By Hour -ErrorCode 404104, 401003 -DeviceId press-*",
            "-Summary -By Device -DeviceId \"`n| take 1 //\"",
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

    [Fact]
    public void Says_when_the_engine_cannot_choose_the_devices()
    {
        using var session = cloud.Open();

        Assert.Single(session.Run("Get-DisconnectQuery -DeviceId '*press?'").Warnings);
    }
}
