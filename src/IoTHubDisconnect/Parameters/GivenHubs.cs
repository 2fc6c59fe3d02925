using System.Management.Automation;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Commands;

/// <summary>The hubs that the parameters name.</summary>
/// <param name="Names">Names, which may have wildcards.</param>
/// <param name="ResourceGroup">The resource group; null for any.</param>
/// <param name="Subscriptions">Ids or names of subscriptions; null for all that the identity sees.</param>
internal sealed record GivenHubs(
    IReadOnlyList<string> Names,
    string? ResourceGroup,
    IReadOnlyList<string>? Subscriptions
)
{
    /// <summary>What a hub's name is where it may have wildcards.</summary>
    public const string NamePattern = @"[A-Za-z0-9*?\[\]-]+";

    /// <summary>The one hub that is meant, by its whole name; null where Azure is to tell which there are.</summary>
    public HubName? Only =>
        Names is [var name] && !HasWildcards(name) && Subscriptions is null or [_] && IsById
            ? new HubName(Subscriptions?[0], ResourceGroup, name)
            : null;

    /// <summary>Asks for all of them at once.</summary>
    public async Task<FoundHubs> FindAsync(IHubResources resources, AzureCall call)
    {
        var search = new HubSearch
        {
            Names = Names.Any(HasWildcards) ? [] : Names,
            ResourceGroup = ResourceGroup,
            Subscriptions = Subscriptions ?? [],
        };
        var found = await resources.FindHubsAsync(search, call).ConfigureAwait(false);
        var isWanted = Matching(Names);
        var seen = search with
        {
            Subscriptions = [.. search.Subscriptions.Except(found.Unseen.Select(s => s.Target!))],
        };
        return new FoundHubs(
            [.. found.Hubs.Where(hub => isWanted(hub.HubName)).Select(hub => hub.ResourceId)],
            [.. found.Unseen, .. found.Unseen.Count > 0 && seen.Subscriptions.Count == 0 ? [] : Missing()]
        );

        IEnumerable<AzureException> Missing() =>
            Names
                .Where(name => !found.Hubs.Any(hub => Matching(name)(hub.HubName)))
                .Select(name => new AzureException(
                    AzureErrorKind.ResourceNotFound,
                    $"There is no hub '{name}' in {seen}."
                )
                {
                    Target = name,
                });
    }

    private bool IsById => Subscriptions is null || Subscriptions.All(s => Guid.TryParse(s, out _));

    private static bool HasWildcards(string name) => WildcardPattern.ContainsWildcardCharacters(name);

    /// <summary>Tells the hubs of such names by their own, whatever the case.</summary>
    public static Func<string, bool> Matching(params IEnumerable<string> names)
    {
        WildcardPattern[] patterns =
        [
            .. names.Select(n => new WildcardPattern(n, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant)),
        ];
        return hub => Array.Exists(patterns, p => p.IsMatch(hub));
    }
}
