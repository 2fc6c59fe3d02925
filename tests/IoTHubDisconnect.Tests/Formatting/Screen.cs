using System.Management.Automation.Runspaces;
using System.Xml.Linq;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Help;

namespace IoTHubDisconnect.Tests.Formatting;

/// <summary>Shows what a person sees who types commands into a terminal of a given width.</summary>
internal sealed class Screen(int width, bool hasColour = false, bool asList = false)
{
    private static readonly string[] FormatFiles = Directory.GetFiles(Repository.PathOf("module"), "*.format.ps1xml");

    /// <summary>Each command with what it shows below it.</summary>
    public string Transcript(IEnumerable<string> commands, params (string Name, object? Value)[] variables) =>
        string.Concat(commands.Select(command => $"PS> {command}\n{Show(command, variables)}"));

    public string Show(string command, params (string Name, object? Value)[] variables)
    {
        var host = new ScreenHost(width, hasColour);
        var lists = asList ? WriteLists() : null;
        try
        {
            using var session = new Session(host, StateWith(lists));
            session.Run($"& {{ {command} }} | Out-Default", variables).Clean();
        }
        finally
        {
            if (lists is not null) File.Delete(lists);
        }
        return string.Join('\n', host.Text.Split('\n').Select(line => line.TrimEnd()));
    }

    private static InitialSessionState StateWith(string? formats)
    {
        var state = InitialSessionState.CreateDefault2();
        if (formats is not null) state.Formats.Add(new SessionStateFormatEntry(formats));
        return state;
    }

    // The engine alone has no Format-List: it shows a list where it knows of no view before it.
    private static string WriteLists()
    {
        var views = FormatFiles.SelectMany(file => XDocument.Load(file).Descendants("View")).ToList();
        var variants = views.Descendants("TypeName").Where(type => type.Value.Contains('#')).ToList();
        var lists = views.Where(view => view.Element("ListControl") is not null).ToList();
        foreach (var types in lists.Elements("ViewSelectedBy").ToList())
        {
            var plain = types.Value + "#";
            types.Add(variants.Where(variant => variant.Value.StartsWith(plain, StringComparison.Ordinal)));
        }
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.format.ps1xml");
        new XDocument(new XElement("Configuration", new XElement("ViewDefinitions", lists))).Save(path);
        return path;
    }
}
