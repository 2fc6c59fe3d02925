using AzureStandIn;
using AzureStandIn.Logs;
using FleetGenerator;

namespace IoTHubDisconnect.Azure.Tests;

/// <summary>
/// A cloud with the log of a simulated fleet with trouble of every kind, and answers that hold no more than a few rows.
/// </summary>
public sealed class FleetCloud : Cloud
{
    public const int RowsInAnswer = 60;

    protected override StandInOptions Options =>
        new()
        {
            Limits = new QueryLimits
            {
                Rows = RowsInAnswer,
                QueriesPerWindow = int.MaxValue,
                RetryAfter = 0,
            },
        };

    protected override void Write(string folder) =>
        Fleet.Simulate(FleetPresets.All["mixed"](7) with { Devices = 30, Hours = 24 }).WriteLogs(folder);
}

[CollectionDefinition(nameof(FleetCloud))]
public sealed class FleetCloudCollection : ICollectionFixture<FleetCloud>;
