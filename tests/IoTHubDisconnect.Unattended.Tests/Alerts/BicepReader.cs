using System.Globalization;
using System.Text.Json.Nodes;

namespace IoTHubDisconnect.Unattended.Tests.Alerts;

/// <summary>Reads as much of Bicep as the templates are written in: parameters with defaults, variables, resources; no expressions but names.</summary>
internal sealed class BicepReader(string text)
{
    private readonly Dictionary<string, JsonNode> _names = new() { ["resourceGroup().location"] = "westeurope" };
    private int _at;

    public List<TemplateResource> Read()
    {
        var resources = new List<TemplateResource>();
        while (SkipSpace() && _at < text.Length)
        {
            switch (Word())
            {
                case ['@', ..]:
                    _at = text.IndexOf('\n', _at);
                    break;
                case "param":
                    var parameter = Word();
                    Assert.Contains(Word(), new[] { "string", "array", "int" });
                    _names[parameter] = Assigned();
                    break;
                case "var":
                    var variable = Word();
                    _names[variable] = Assigned();
                    break;
                case "resource":
                    Word();
                    var type = Value().ToString().Split('@');
                    resources.Add(new TemplateResource(type[0], type[1], Assigned().AsObject()));
                    break;
                case var other:
                    throw new FormatException($"'{other}' begins no statement.");
            }
        }
        return resources;
    }

    private JsonNode Assigned()
    {
        Take("=");
        return Value();
    }

    private JsonNode Value()
    {
        SkipSpace();
        return text[_at] switch
        {
            '{' => Members(),
            '[' => Items(),
            '\'' when text.AsSpan(_at).StartsWith("'''") => Block(),
            '\'' => Text(),
            _ => Word() switch { "true" => true, "false" => false, var word when int.TryParse(word, CultureInfo.InvariantCulture, out var number) => number, var name => _names[name].DeepClone() },
        };
    }

    private JsonObject Members()
    {
        var members = new JsonObject();
        Take("{");
        while (SkipSpace() && text[_at] != '}')
        {
            var name = Word().TrimEnd(':');
            members.Add(name, Value());
        }
        Take("}");
        return members;
    }

    private JsonArray Items()
    {
        var items = new JsonArray();
        Take("[");
        while (SkipSpace() && text[_at] != ']') items.Add(Value());
        Take("]");
        return items;
    }

    /// <summary>Nothing is escaped in a block; the line break after its begin does not belong to it.</summary>
    private JsonNode Block()
    {
        var begin = _at + 4;
        var end = text.IndexOf("'''", begin, StringComparison.Ordinal);
        _at = end + 3;
        return text[begin..end].TrimEnd('\n');
    }

    private JsonNode Text()
    {
        var value = "";
        for (_at++; text[_at] != '\''; _at++)
        {
            if (text[_at] == '\\') _at++;
            else Assert.False(text.AsSpan(_at).StartsWith("${") || text[_at] == '\n', "An expression, or a line break, in a text.");
            value += text[_at];
        }
        _at++;
        return value;
    }

    private string Word()
    {
        SkipSpace();
        var begin = _at;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at])) _at++;
        return text[begin.._at];
    }

    private void Take(string expected)
    {
        SkipSpace();
        Assert.Equal(expected, text.Substring(_at, expected.Length));
        _at += expected.Length;
    }

    private bool SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
        return true;
    }
}
