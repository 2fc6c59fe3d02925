using AzureStandIn.ResourceManager;

namespace IoTHubDisconnect.Azure.Tests.Resources;

/// <summary>A workspace keeps rows for some days: what was before is gone, however well logging works.</summary>
[Collection(nameof(HubCloud))]
public sealed class RetentionTests(HubCloud cloud) : IDisposable
{
    private Workspace Workspace => cloud.Azure.Estate.Workspaces[0];

    [Theory]
    [InlineData("-StartTime $drop.AddDays(-150) -EndTime $drop.AddDays(-149)", 30, true, "Rows arrive since")]
    [InlineData("-StartTime $drop.AddDays(-40) -EndTime $drop.AddDays(-20)", 30, true, "before the first row")]
    [InlineData("-StartTime $drop.AddDays(-20) -EndTime $drop.AddDays(-19)", 30, false, "before the first row")]
    [InlineData("-StartTime $drop.AddDays(-20) -EndTime $drop.AddDays(-19)", 4, true, "Rows arrive since")]
    [InlineData("-StartTime $drop.AddMinutes(-45) -EndTime $drop.AddMinutes(-35)", 4, false, "The hub's logging works")]
    public void Explains_why_there_are_no_rows(string period, int days, bool isGone, string words)
    {
        using var session = cloud.OpenFresh();
        Workspace.RetentionInDays = days;

        var warning = Assert.Single(session.Run($"Get-DeviceDisconnect -ResourceId $hub {period}").Warnings);

        Assert.Equal(isGone, warning.Contains(Text(days), StringComparison.Ordinal));
        Assert.Contains(words, warning, StringComparison.Ordinal);
        Assert.Equal(
            !isGone && words.StartsWith("The hub", StringComparison.Ordinal),
            warning.Contains("logging works")
        );
    }

    [Theory]
    [InlineData("-Last 30d", 4, true)]
    [InlineData("-Last 30d", 31, false)]
    [InlineData("-Last 3d", 4, false)]
    public void Is_told_where_a_period_begins_before_it(string period, int days, bool isTold)
    {
        using var session = cloud.OpenFresh();
        Workspace.RetentionInDays = days;

        var outcome = session.Run($"Get-DeviceDisconnect -ResourceId $hub {period}");

        Assert.NotEmpty(outcome.Output);
        Assert.Equal(isTold, outcome.Warnings.Any(w => w.Contains(Text(days), StringComparison.Ordinal)));
    }

    public void Dispose() => Workspace.RetentionInDays = 30;

    private static string Text(int days) => $"The workspace fleet-logs keeps rows for {days} days: those of before";
}
