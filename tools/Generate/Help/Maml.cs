using System.Xml;
using System.Xml.Linq;

namespace IoTHubDisconnect.Generate.Help;

/// <summary>
/// The names of Get-Help's file format, and how text is written in it. Of lists, Get-Help shows little, so their items
/// are paragraphs.
/// </summary>
internal static class Maml
{
    public static readonly XNamespace Msh = "http://msh";
    public static readonly XNamespace Text = "http://schemas.microsoft.com/maml/2004/10";
    public static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    public static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static XElement Para(string text) => new(Text + "para", text);

    public static IEnumerable<XElement> Paras(IEnumerable<HelpBlock> blocks) =>
        blocks.Select(block => Para(block.IsItem ? "- " + block.Text : block.Text));

    public static XElement Description(IEnumerable<HelpBlock> blocks) => new(Text + "description", Paras(blocks));

    public static string Render(IEnumerable<XElement> commands)
    {
        var root = new XElement(
            Msh + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "maml", Text.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "command", Command.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dev", Dev.NamespaceName),
            commands
        );
        using var text = new Utf8Text();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
            root.Save(writer);
        return text + "\n";
    }

    private sealed class Utf8Text : StringWriter
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;
    }
}
