using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Sources;

/// <summary>Where rows of Connections logs are: files, a storage container, or a log engine.</summary>
internal interface ILogSource
{
    /// <summary>
    /// The time that is asked for, which is all that disconnects are reported of; null for all that is there.
    /// </summary>
    TimePeriod? Period { get; }

    /// <summary>The ARM resource ids of hubs that are asked for; none where they show when the rows are here.</summary>
    IReadOnlyCollection<string> Hubs { get; }

    /// <summary>Reads the rows of the period, and of what lies around it as evidence.</summary>
    /// <returns>Null where there is nothing to read.</returns>
    /// <exception cref="AzureException">The source as a whole cannot be read.</exception>
    Task<ReadRows?> ReadAsync(SourceReading reading);

    /// <summary>
    /// Why no row came that tells of a connect or a disconnect; null where what was reported tells it.
    /// </summary>
    Task<string?> WhyNoRowsAsync(AzureCall call);

    /// <summary>What is no longer there of the period, where rows came; null where nothing is known to be.</summary>
    Task<string?> WhatIsGoneAsync(DateTimeOffset firstRow, AzureCall call) => Task.FromResult<string?>(null);
}
