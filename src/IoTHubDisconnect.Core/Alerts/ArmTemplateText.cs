using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IoTHubDisconnect.Alerts;

/// <summary>Writes a template as Azure Resource Manager takes it.</summary>
internal static class ArmTemplateText
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(AlertTemplate template) =>
        new JsonObject
        {
            ["$schema"] = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
            ["contentVersion"] = "1.0.0.0",
            ["parameters"] = new JsonObject
            {
                ["location"] = Parameter(
                    "string",
                    "[resourceGroup().location]",
                    "The region that evaluates the rules."
                ),
                ["actionGroupIds"] = Parameter(
                    "array",
                    Value(template.ActionGroups.ToArray<object>())!,
                    "The action groups that are told."
                ),
                ["severity"] = Parameter(
                    "int",
                    template.Rules[0].Rule.Severity,
                    "0 is the severest, 4 the mildest.",
                    ("minValue", 0),
                    ("maxValue", 4)
                ),
            },
            ["variables"] = new JsonObject { ["query"] = Value(template.Query.ToString()) },
            ["resources"] = new JsonArray([
                .. template.Rules.Select(r => Resource(template.Resource(r.Rule, r.Scope))),
            ]),
        }
            .ToJsonString(Readable)
            .ReplaceLineEndings("\n") + "\n";

    private static JsonObject Parameter(
        string type,
        JsonNode value,
        string description,
        params (string Name, int Value)[] limits
    )
    {
        var json = new JsonObject { ["type"] = type, ["defaultValue"] = value };
        foreach (var (name, limit) in limits)
            json[name] = limit;
        json["metadata"] = new JsonObject { ["description"] = description };
        return json;
    }

    private static JsonObject Resource(TemplateObject resource)
    {
        var json = new JsonObject { ["type"] = AlertTemplate.ResourceType, ["apiVersion"] = AlertTemplate.ApiVersion };
        foreach (var (name, value) in resource)
            json[name] = Value(value);
        return json;
    }

    private static JsonNode? Value(object value) =>
        value switch
        {
            TemplateObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Value(m.Value)))),
            object[] items => new JsonArray([.. items.Select(Value)]),
            TemplateReference reference => $"[{reference.Kind}('{reference.Name}')]",
            // A text in brackets would be an expression. One that only begins with a bracket is none.
            string text => text is ['[', .., ']'] ? "[" + text : text,
            bool truth => truth,
            int number => number,
            _ => throw new ArgumentException($"A template holds no {value.GetType()}.", nameof(value)),
        };
}
