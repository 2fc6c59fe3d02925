namespace IoTHubDisconnect.Tests.Package;

/// <summary>The tests of one package.</summary>
[CollectionDefinition(nameof(PackageCollection))]
public sealed class PackageCollection : ICollectionFixture<PackedModule>;
