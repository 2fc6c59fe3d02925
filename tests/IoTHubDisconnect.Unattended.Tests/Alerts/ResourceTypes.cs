using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Bicep.Types;
using Azure.Bicep.Types.Az;
using Azure.Bicep.Types.Concrete;
using Azure.Bicep.Types.Index;

namespace IoTHubDisconnect.Unattended.Tests.Alerts;

/// <summary>
/// Holds a resource against its type as Azure publishes it for Bicep: names, kinds of values, what is required and what
/// is read-only.
/// </summary>
internal static class ResourceTypes
{
    private static readonly AzTypeLoader Loader = new();
    private static readonly TypeIndex Index = Loader.LoadTypeIndex();

    /// <summary>What is wrong with the resource; empty where nothing is.</summary>
    public static List<string> Check(string type, string apiVersion, JsonObject body)
    {
        var name = Index.Resources.Keys.Single(k =>
            k.Equals($"{type}@{apiVersion}", StringComparison.OrdinalIgnoreCase)
        );
        var wrong = new List<string>();
        Check(Loader.LoadResourceType(Index.Resources[name]).Body.Type, body, "", wrong);
        return wrong;
    }

    private static void Check(TypeBase type, JsonNode? value, string at, List<string> wrong)
    {
        switch (type, value)
        {
            case (ObjectType expected, JsonObject members):
                foreach (
                    var (name, property) in expected.Properties.Where(p =>
                        p.Value.Flags.HasFlag(ObjectTypePropertyFlags.Required) && !members.ContainsKey(p.Key)
                    )
                )
                    wrong.Add($"{at}/{name} is missing");
                foreach (var (name, member) in members)
                {
                    if (expected.Properties.TryGetValue(name, out var property))
                    {
                        if (property.Flags.HasFlag(ObjectTypePropertyFlags.ReadOnly))
                            wrong.Add($"{at}/{name} is read-only");
                        else
                            Check(property.Type.Type, member, $"{at}/{name}", wrong);
                    }
                    else if (expected.AdditionalProperties is { } any)
                        Check(any.Type, member, $"{at}/{name}", wrong);
                    else
                        wrong.Add($"{at}/{name} is unknown");
                }
                break;
            case (ArrayType expected, JsonArray items):
                for (var i = 0; i < items.Count; i++)
                    Check(expected.ItemType.Type, items[i], $"{at}/{i}", wrong);
                break;
            // A union of texts ends in text of any kind: what it names is all that the service takes.
            case (UnionType expected, JsonValue text):
                if (
                    !expected.Elements.Any(e => e.Type is StringLiteralType literal && literal.Value == text.ToString())
                )
                    wrong.Add($"{at}: '{text}' is none of the values");
                break;
            case (StringType expected, JsonValue text) when text.GetValueKind() == JsonValueKind.String:
                if (expected.Pattern is { } pattern && !Regex.IsMatch(text.ToString(), pattern))
                    wrong.Add($"{at}: '{text}' does not match {pattern}");
                break;
            case (IntegerType, JsonValue number) when number.GetValueKind() == JsonValueKind.Number:
            case (BooleanType, JsonValue truth) when truth.GetValueKind() is JsonValueKind.True or JsonValueKind.False:
                break;
            default:
                wrong.Add($"{at}: {value?.ToJsonString()} is no {type.GetType().Name}");
                break;
        }
    }
}
