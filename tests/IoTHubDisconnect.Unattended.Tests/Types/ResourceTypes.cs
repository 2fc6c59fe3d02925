using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Bicep.Types;
using Azure.Bicep.Types.Az;
using Azure.Bicep.Types.Concrete;
using Azure.Bicep.Types.Index;

namespace IoTHubDisconnect.Unattended.Tests.Types;

/// <summary>
/// Holds a resource against its type as Azure publishes it for Bicep: names, kinds of values, what is required and what
/// is read-only.
/// </summary>
internal static class ResourceTypes
{
    private static readonly AzTypeLoader Loader = new();
    private static readonly TypeIndex Index = Loader.LoadTypeIndex();

    /// <summary>Whether Azure publishes types of that name at all.</summary>
    public static bool Knows(string type) =>
        Index.Resources.Keys.Any(k => k.StartsWith($"{type}@", StringComparison.OrdinalIgnoreCase));

    /// <summary>What is wrong with a resource that is sent to Azure; empty where nothing is.</summary>
    public static List<string> Check(string type, string apiVersion, JsonObject body)
    {
        var wrong = new List<string>();
        Check(TypeOf(type, apiVersion), body, "", wrong, isAnswer: false);
        return wrong;
    }

    /// <summary>
    /// What is wrong with the properties of a resource as Azure answers it, where what is read-only is filled in and
    /// what is not set may be null.
    /// </summary>
    public static List<string> CheckAnswer(string type, string apiVersion, JsonObject properties)
    {
        var wrong = new List<string>();
        Check(TypeOf(type, apiVersion).Properties["properties"].Type.Type, properties, "", wrong, isAnswer: true);
        return wrong;
    }

    private static ObjectType TypeOf(string type, string apiVersion)
    {
        var name = Index.Resources.Keys.Single(k =>
            k.Equals($"{type}@{apiVersion}", StringComparison.OrdinalIgnoreCase)
        );
        return (ObjectType)Loader.LoadResourceType(Index.Resources[name]).Body.Type;
    }

    private static void Check(TypeBase type, JsonNode? value, string at, List<string> wrong, bool isAnswer)
    {
        switch (type, value)
        {
            case (AnyType, _):
            case (_, null) when isAnswer:
                break;
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
                        if (property.Flags.HasFlag(ObjectTypePropertyFlags.ReadOnly) && !isAnswer)
                            wrong.Add($"{at}/{name} is read-only");
                        else
                            Check(property.Type.Type, member, $"{at}/{name}", wrong, isAnswer);
                    }
                    else if (expected.AdditionalProperties is { } any)
                        Check(any.Type, member, $"{at}/{name}", wrong, isAnswer);
                    else
                        wrong.Add($"{at}/{name} is unknown");
                }
                break;
            case (ArrayType expected, JsonArray items):
                for (var i = 0; i < items.Count; i++)
                    Check(expected.ItemType.Type, items[i], $"{at}/{i}", wrong, isAnswer);
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
