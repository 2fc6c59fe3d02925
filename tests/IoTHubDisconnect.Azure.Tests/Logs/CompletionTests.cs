using System.Management.Automation;

namespace IoTHubDisconnect.Azure.Tests.Logs;

/// <summary>Tab offers the places that were read from before, and asks nobody.</summary>
[Collection(nameof(TinyCloud))]
public sealed class CompletionTests(TinyCloud cloud)
{
    [Theory]
    [InlineData("Get-DeviceDisconnect -HubName ", "contoso-eu CONTOSO-US")]
    [InlineData("Get-DeviceDisconnect -HubName eu", "contoso-eu")]
    [InlineData("Get-DeviceDisconnect -HubName xyz", "")]
    [InlineData("Measure-DisconnectCause -ResourceGroupName ", "contoso-iot")]
    [InlineData("Measure-DisconnectCause -HubName a -SubscriptionId ", "6f1e2d3c-63b6-4000-8000-0123456789ab")]
    [InlineData("Get-DeviceDisconnect -ResourceId contoso", "{hub}")]
    [InlineData("Get-DeviceDisconnect -WorkspaceId ", "{workspace}")]
    public void What_was_read_is_offered(string line, string offered)
    {
        using var session = cloud.SignIn();
        Assert.Empty(Complete(session.Runspace, line));
        session
            .Run(
                "$null = Get-DeviceDisconnect -ResourceId $hub -StartTime 2026-11-16Z -EndTime "
                    + "2026-11-17Z; $null = Get-DeviceDisconnect -WorkspaceId $workspace -StartTime 2026-11-16Z "
                    + "-EndTime 2026-11-17Z"
            )
            .Clean();
        var before = cloud.Azure.Requests.Count;

        Assert.Equal(
            offered.Replace("{hub}", cloud.HubId).Replace("{workspace}", $"{cloud.WorkspaceId}"),
            string.Join(' ', Complete(session.Runspace, line))
        );
        Assert.Equal(before, cloud.Azure.Requests.Count);
    }

    private static IEnumerable<string> Complete(System.Management.Automation.Runspaces.Runspace runspace, string line)
    {
        using var shell = PowerShell.Create(runspace);
        return
        [
            .. CommandCompletion
                .CompleteInput(line, line.Length, null, shell)
                .CompletionMatches.Where(m =>
                    m.ResultType == CompletionResultType.Text || m.ResultType == CompletionResultType.ParameterValue
                )
                .Select(m => m.CompletionText),
        ];
    }
}
