namespace IoTHubDisconnect.Net8.Tests.StandIns;

/// <summary>All start before the first of them is talked to: .NET looks for new authorities no more than now and then.</summary>
[CollectionDefinition(nameof(AllStandIns))]
public sealed class AllStandIns
    : ICollectionFixture<FleetAzure>,
        ICollectionFixture<FleetStorage>,
        ICollectionFixture<TestedHub>;
