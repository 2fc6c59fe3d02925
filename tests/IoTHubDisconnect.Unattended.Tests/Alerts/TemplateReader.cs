using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Unattended.Tests.Alerts;

/// <summary>The resources of a template, with its parameters' defaults and its variables put in.</summary>
internal sealed record TemplateResource(string Type, string ApiVersion, JsonObject Body);

/// <summary>Reads ARM templates.</summary>
internal static partial class TemplateReader
{
    public static List<TemplateResource> ReadArm(string text)
    {
        var template = JsonNode.Parse(text)!.AsObject();
        Assert.Equal(
            ["$schema", "contentVersion", "parameters", "variables", "resources"],
            template.Select(p => p.Key)
        );
        return
        [
            .. template["resources"]!
                .AsArray()
                .Select(r =>
                {
                    var resource = r!.DeepClone().AsObject();
                    var (type, version) = (resource["type"]!.ToString(), resource["apiVersion"]!.ToString());
                    resource.Remove("type");
                    resource.Remove("apiVersion");
                    return new TemplateResource(type, version, Resolve(resource, template)!.AsObject());
                }),
        ];
    }

    private static JsonNode? Resolve(JsonNode? node, JsonObject template) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.Select(m => KeyValuePair.Create(m.Key, Resolve(m.Value, template)))
            ),
            JsonArray items => new JsonArray([.. items.Select(i => Resolve(i, template))]),
            JsonValue value when value.TryGetValue<string>(out var text) => Resolve(text, template),
            _ => node?.DeepClone(),
        };

    private static JsonNode? Resolve(string text, JsonObject template) =>
        text switch
        {
            "[resourceGroup().location]" => "westeurope",
            ['[', '[', .., ']'] => text[1..],
            ['[', .., ']'] when Reference().Match(text) is { Success: true } found => found.Groups[1].Value
            == "parameters"
                ? Resolve(template["parameters"]![found.Groups[2].Value]!["defaultValue"], template)
                : Resolve(template["variables"]![found.Groups[2].Value], template),
            _ => text,
        };

    [GeneratedRegex(@"^\[(parameters|variables)\('(\w+)'\)\]$")]
    private static partial Regex Reference();
}
