using IoTHubDisconnect.Cloud;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Sources;

/// <summary>What Azure says of a log's hubs. Those that a person named are asked for at once, the others when the rows tell of them.</summary>
internal sealed class HubEvidence(IHubResources resources, ILogSource source, AzureCall call)
{
    private readonly Task<IReadOnlyList<HubCondition>> _named = HubConditionReader.ReadAsync(
        resources,
        source.Hubs,
        source.Period!.Value,
        isNamed: true,
        call
    );

    /// <summary>The conditions of all hubs that are asked for or met.</summary>
    public async Task<IEnumerable<HubCondition>> OfAsync(IEnumerable<string> met)
    {
        var named = await _named.ConfigureAwait(false);
        string[] others = [.. met.Except(source.Hubs, StringComparer.OrdinalIgnoreCase)];
        return named.Concat(
            await HubConditionReader
                .ReadAsync(resources, others, source.Period!.Value, isNamed: false, call)
                .ConfigureAwait(false)
        );
    }
}
