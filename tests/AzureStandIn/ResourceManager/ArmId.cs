using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace AzureStandIn.ResourceManager;

/// <summary>The id of a resource in a resource group. Ids are equal in any case of letters.</summary>
public sealed partial record ArmId(string SubscriptionId, string ResourceGroup, string Type, string Name)
{
    /// <summary>Reads an id; throws where it is none.</summary>
    public static ArmId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no resource id.");

    /// <summary>Reads an id.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ArmId? id)
    {
        var match = Pattern().Match(text);
        id = match.Success
            ? new ArmId(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Value)
            : null;
        return match.Success;
    }

    /// <inheritdoc/>
    public bool Equals(ArmId? other) =>
        other is not null && string.Equals(ToString(), other.ToString(), StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(ToString());

    /// <inheritdoc/>
    public override string ToString() =>
        $"/subscriptions/{SubscriptionId}/resourceGroups/{ResourceGroup}/providers/{Type}/{Name}";

    [GeneratedRegex(
        "^/subscriptions/([^/]+)/resourceGroups/([^/]+)/providers/([^/]+/[^/]+)/([^/]+)/?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Pattern();
}
