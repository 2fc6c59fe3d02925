using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;

namespace IoTHubDisconnect.Generate.Help;

/// <summary>
/// The help of a cmdlet as Get-Help reads it: the page that was written, and what the cmdlet itself tells.
/// </summary>
internal sealed class MamlCommand(HelpPage page, CmdletInfo cmdlet, MemberDocs docs)
{
    private const int TitleWidth = 76;
    private const int PropertyWidth = 66;

    private readonly MamlParameters _parameters = new(page, cmdlet, docs);

    public XElement Render() =>
        new(
            Maml.Command + "command",
            new XElement(
                Maml.Command + "details",
                new XElement(Maml.Command + "name", page.Name),
                new XElement(Maml.Command + "verb", cmdlet.Verb),
                new XElement(Maml.Command + "noun", cmdlet.Noun),
                new XElement(Maml.Text + "description", Maml.Para(page.Synopsis))
            ),
            Maml.Description(page.Description),
            _parameters.Syntax(),
            _parameters.List(),
            new XElement(Maml.Command + "inputTypes", page.Inputs.Select(input => TypeOf("inputType", input))),
            new XElement(Maml.Command + "returnValues", page.Outputs.Select(OutputOf)),
            new XElement(Maml.Text + "alertSet", new XElement(Maml.Text + "alert", Maml.Paras(page.Notes))),
            new XElement(Maml.Command + "examples", page.Examples.Select(ExampleOf)),
            new XElement(Maml.Command + "relatedLinks", page.Links.Select(LinkOf))
        );

    private XElement OutputOf(HelpEntry output)
    {
        var element = TypeOf("returnValue", output);
        if (output.Name == typeof(string).FullName)
            return element;
        var type = typeof(DeviceDisconnect).Assembly.GetType(output.Name, throwOnError: true)!;
        element
            .Element(Maml.Text + "description")!
            .Add(Maml.Para(string.Join('\n', type.GetProperties().OrderBy(p => p.MetadataToken).Select(PropertyOf))));
        return element;
    }

    /// <summary>Get-Help indents nothing by itself within a paragraph.</summary>
    private string PropertyOf(PropertyInfo property) =>
        string.Join(
            '\n',
            [
                $"{property.Name} <{TypeName.Of(property.PropertyType)}>",
                .. Wrap(docs.Of(property)).Select(line => "    " + line),
            ]
        );

    private static List<string> Wrap(string text)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= PropertyWidth)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }
        return lines;
    }

    private static XElement TypeOf(string name, HelpEntry entry) =>
        new(
            Maml.Command + name,
            new XElement(Maml.Dev + "type", new XElement(Maml.Text + "name", entry.Name)),
            Maml.Description(entry.Text)
        );

    private static XElement ExampleOf(HelpExample example, int index)
    {
        var title = $" Example {index + 1}: {example.Title} ";
        return new XElement(
            Maml.Command + "example",
            new XElement(
                Maml.Text + "title",
                title.PadLeft((TitleWidth + title.Length) / 2, '-').PadRight(TitleWidth, '-')
            ),
            new XElement(Maml.Dev + "code", example.Code),
            new XElement(Maml.Dev + "remarks", Maml.Paras(example.Remarks), Maml.Para(""))
        );
    }

    private static XElement LinkOf(HelpLink link) =>
        new(
            Maml.Text + "navigationLink",
            new XElement(Maml.Text + "linkText", link.Uri.Length > 0 ? link.Text + ":" : link.Text),
            new XElement(Maml.Text + "uri", link.Uri)
        );
}
