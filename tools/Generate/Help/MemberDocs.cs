using System.Reflection;
using System.Xml.Linq;

namespace IoTHubDisconnect.Generate.Help;

/// <summary>What the documentation comments say of the public types' members.</summary>
internal sealed class MemberDocs
{
    private readonly Dictionary<string, XElement> _summaries;

    public MemberDocs(Assembly assembly) =>
        _summaries = XDocument
            .Load(Path.ChangeExtension(assembly.Location, ".xml"))
            .Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")!);

    public string Of(MemberInfo member)
    {
        var key = $"{(member is PropertyInfo ? 'P' : 'F')}:{member.DeclaringType!.FullName}.{member.Name}";
        var text = string.Concat(_summaries[key].Nodes().Select(TextOf));
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string TextOf(XNode node) =>
        node switch
        {
            XElement { Name.LocalName: "see" } see => see.Attribute("cref")!.Value.Split('.')[^1],
            XElement element => element.Value,
            XText text => text.Value,
            _ => "",
        };
}
