using System.Globalization;
using System.Text;

namespace IoTHubDisconnect.Generate.Catalogue;

/// <summary>The list of the causes' pages.</summary>
internal static class CauseIndex
{
    public static string Render()
    {
        var index = new StringBuilder("# Causes\n\nWhat `Resolve-DisconnectCause` tells apart, a page each.\n\n");
        foreach (var page in CausePage.All)
            index.Append(CultureInfo.InvariantCulture, $"- [{page.Name}]({page.Name}.md): {page.Summary}\n");
        return index.ToString();
    }
}
