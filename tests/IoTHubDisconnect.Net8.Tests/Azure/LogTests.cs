using System.Globalization;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Net8.Tests.StandIns;
using IoTHubDisconnect.Sources.Queries;

namespace IoTHubDisconnect.Net8.Tests.Azure;

/// <summary>Signing in to Azure and asking Azure Monitor Logs for rows.</summary>
[Collection(nameof(AllStandIns))]
public sealed class LogTests(AllStandIns standIns)
{
    private readonly FleetAzure _azure = standIns.Azure;

    private static readonly TimePeriod Period = new(
        new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
        new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)
    );

    [Fact]
    public async Task A_secret_signs_in()
    {
        var identity = await _azure.Connect().SignInAsync(AzureCall.Silent);

        Assert.Equal((_azure.ClientId, _azure.TenantId), (identity.Account, identity.TenantId));
        Assert.True(identity.ExpiresOn > DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused()
    {
        var failure = await Assert.ThrowsAsync<AzureException>(() =>
            _azure.Connect("wrong").SignInAsync(AzureCall.Silent)
        );

        Assert.Equal(AzureErrorKind.CredentialRefused, failure.Kind);
    }

    [Fact]
    public async Task Rows_that_come_in_slices_give_the_same_causes_as_files()
    {
        var slices = 0;
        var request = new LogRequest(
            [.. _azure.HubIds.Select(id => new ResourceTarget(id))],
            ConnectionQuery.DefaultTable,
            Period,
            null
        );
        using var files = _azure.ReadFiles();
        var rows = await QueriedLog.ReadAsync(
            _azure.Connect(),
            request,
            AzureCall.Silent,
            failure => throw failure,
            progress => slices = progress.Slices
        );
        using var asked = FleetLog.Of(rows!, CancellationToken.None);

        Assert.Equal(files.RowCount, asked.RowCount);
        Assert.True(slices > _azure.HubIds.Length, $"{slices}");
        Assert.NotEmpty(Causes(files));
        Assert.Equal(Causes(files), Causes(asked));
    }

    [Fact]
    public async Task A_workspace_that_is_not_there_is_told()
    {
        var failures = new List<AzureException>();
        var request = new LogRequest([new WorkspaceTarget(Guid.NewGuid())], ConnectionQuery.DefaultTable, Period, null);

        Assert.Null(await QueriedLog.ReadAsync(_azure.Connect(), request, AzureCall.Silent, failures.Add, _ => { }));
        Assert.Equal(AzureErrorKind.WorkspaceNotFound, Assert.Single(failures).Kind);
    }

    private static string[] Causes(FleetLog log) =>
        [
            .. log.Find(new DisconnectFilter())
                .Select(disconnect =>
                    CauseExplainer.Resolve(disconnect, ResolveOptions.None, CultureInfo.InvariantCulture)
                )
                .Select(cause =>
                    $"{cause.HubName} {cause.Time:O} {cause} {cause.Reason} {cause.Evidence} {cause.Alternative}"
                ),
        ];
}
