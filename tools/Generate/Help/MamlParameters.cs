using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;

namespace IoTHubDisconnect.Generate.Help;

/// <summary>The parameters of a cmdlet, in its parameter sets and each for itself.</summary>
internal sealed class MamlParameters(HelpPage page, CmdletInfo cmdlet, MemberDocs docs)
{
    public XElement Syntax() =>
        new(
            Maml.Command + "syntax",
            cmdlet
                .ParameterSets.OrderByDescending(set => set.IsDefault)
                .Select(set => new XElement(
                    Maml.Command + "syntaxItem",
                    new XElement(Maml.Text + "name", cmdlet.Name),
                    OwnParameters(set)
                        .OrderBy(p => p.Position < 0 ? int.MaxValue : p.Position)
                        .ThenByDescending(p => p.IsMandatory)
                        .Select(p => Element([p], hasText: false))
                ))
        );

    public XElement List() =>
        new(
            Maml.Command + "parameters",
            page.Parameters.Select(entry =>
                Element(
                    cmdlet.ParameterSets.SelectMany(OwnParameters).Where(p => p.Name == entry.Name).ToArray(),
                    hasText: true
                )
            )
        );

    private static IEnumerable<CommandParameterInfo> OwnParameters(CommandParameterSetInfo set) =>
        set.Parameters.Where(p => !Cmdlet.CommonParameters.Contains(p.Name));

    private XElement Element(CommandParameterInfo[] inSets, bool hasText)
    {
        var parameter =
            inSets.FirstOrDefault()
            ?? throw new FormatException($"{page.Name} has help for a parameter that it does not have.");
        var entry =
            page.Parameters.FirstOrDefault(e => e.Name == parameter.Name)
            ?? throw new FormatException($"{page.Name} has no help for -{parameter.Name}.");
        var element = new XElement(
            Maml.Command + "parameter",
            new XAttribute("required", inSets.All(p => p.IsMandatory)),
            new XAttribute("variableLength", parameter.ParameterType.IsArray),
            new XAttribute("globbing", parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any()),
            new XAttribute("pipelineInput", PipelineInput(inSets)),
            new XAttribute(
                "position",
                parameter.Position < 0 ? "named" : parameter.Position.ToString(CultureInfo.InvariantCulture)
            ),
            new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
            new XElement(Maml.Text + "name", parameter.Name)
        );
        if (hasText)
            element.Add(Maml.Description(entry.Text));
        element.Add(Value(parameter, hasText));
        if (hasText)
            element.Add(new XElement(Maml.Dev + "defaultValue", entry.Default ?? "None"));
        return element;
    }

    private IEnumerable<XElement> Value(CommandParameterInfo parameter, bool hasText)
    {
        var type = parameter.ParameterType.GetElementType() ?? parameter.ParameterType;
        var names = type.IsEnum ? type.GetFields(BindingFlags.Public | BindingFlags.Static) : [];
        if (names.Length > 0 && !hasText && !parameter.ParameterType.IsArray)
            yield return new XElement(
                Maml.Command + "parameterValueGroup",
                names.Select(name => new XElement(Maml.Command + "parameterValue", name.Name))
            );
        yield return new XElement(
            Maml.Command + "parameterValue",
            new XAttribute("required", true),
            new XAttribute("variableLength", parameter.ParameterType.IsArray),
            TypeName.Of(parameter.ParameterType)
        );
        if (names.Length > 0 && hasText)
            yield return new XElement(
                Maml.Dev + "possibleValues",
                names.Select(name => new XElement(
                    Maml.Dev + "possibleValue",
                    new XElement(Maml.Dev + "value", name.Name),
                    new XElement(Maml.Text + "description", Maml.Para(docs.Of(name)))
                ))
            );
    }

    private static string PipelineInput(CommandParameterInfo[] inSets)
    {
        string[] ways =
        [
            .. inSets.Any(p => p.ValueFromPipeline) ? ["ByValue"] : Array.Empty<string>(),
            .. inSets.Any(p => p.ValueFromPipelineByPropertyName) ? ["ByPropertyName"] : Array.Empty<string>(),
        ];
        return ways.Length == 0 ? "false" : $"true ({string.Join(", ", ways)})";
    }
}
