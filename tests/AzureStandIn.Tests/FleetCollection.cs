namespace AzureStandIn.Tests;

/// <summary>The classes that share one stand-in, and change nothing about it.</summary>
[CollectionDefinition(Name)]
public sealed class FleetCollection : ICollectionFixture<FleetFixture>
{
    public const string Name = "A fleet in a stand-in";
}
