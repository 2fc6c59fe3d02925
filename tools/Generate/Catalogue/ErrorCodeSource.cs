using System.Globalization;
using System.Text;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Generate.Catalogue;

/// <summary>Renders the table of <see cref="ErrorCodes"/> as C#.</summary>
internal sealed class ErrorCodeSource
{
    private readonly StringBuilder _source = new();
    private readonly CatalogueFacts _facts = CatalogueFacts.Shared;

    public string Render()
    {
        _source
            .Append("// Generated from catalogue.json. To change it, edit that file and run tools/Generate.\n\n")
            .Append("namespace IoTHubDisconnect;\n\ninternal static partial class ErrorCodes\n{\n");
        (string Text, int Code)[] names =
        [
            .. _facts.Codes.SelectMany(entry =>
                entry.Aliases.Prepend(entry.Name).Select(text => (text, entry.ErrorCode!.Value))
            ),
        ];
        AppendArray("string", "Names", names.Select(name => $"\"{name.Text}\""));
        AppendArray("int", "NamedCodes", names.Select(name => name.Code.ToString(CultureInfo.InvariantCulture)));

        _source.Append("    public static partial string? NameOf(int code) =>\n        code switch\n        {\n");
        AppendArms(12, _facts.Codes.Select(entry => $"{entry.Key} => \"{entry.Name}\""));
        _source.Append("            _ => null,\n        };\n\n");

        _source.Append("    public static partial ErrorGroup GroupOf(int code) =>\n        code switch\n        {\n");
        AppendArms(
            12,
            _facts
                .Codes.Where(entry => entry.Group != _facts.Families[ErrorCodes.FamilyOf(entry.ErrorCode!.Value)].Group)
                .Select(entry => $"{entry.Key} => ErrorGroup.{entry.Group}")
        );
        _source.Append("            _ => FamilyOf(code) switch\n            {\n");
        AppendArms(
            16,
            _facts
                .Families.Where(family => family.Value.Group != ErrorGroup.Other)
                .Select(family => $"{family.Key} => ErrorGroup.{family.Value.Group}")
        );
        return _source.Append("                _ => ErrorGroup.Other,\n            },\n        };\n}\n").ToString();
    }

    private void AppendArray(string type, string name, IEnumerable<string> items)
    {
        _source.Append(CultureInfo.InvariantCulture, $"    private static readonly {type}[] {name} =\n    [\n");
        AppendArms(8, items);
        _source.Append("    ];\n\n");
    }

    private void AppendArms(int indent, IEnumerable<string> arms)
    {
        foreach (var arm in arms)
            _source.Append(' ', indent).Append(arm).Append(",\n");
    }
}
