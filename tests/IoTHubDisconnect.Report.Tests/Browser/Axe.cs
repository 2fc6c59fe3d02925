using System.Text.Json;
using AzureStandIn.Kql;
using IoTHubDisconnect.Tests;
using Microsoft.Playwright;

namespace IoTHubDisconnect.Report.Tests.Browser;

/// <summary>axe-core, which finds what keeps people out who read by ear, by key or in other colours.</summary>
internal static class Axe
{
    private static readonly string Folder = Repository.PathOf("tests/IoTHubDisconnect.Report.Tests/Axe");

    /// <summary>What it finds wrong with all of a page, what is folded away included.</summary>
    public static async Task<IEnumerable<string?>> CheckAsync(IPage page)
    {
        await NodePackages.InstallAsync(Folder);
        await page.EvaluateAsync("for (const part of document.querySelectorAll('details')) part.open = true");
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Folder, "node_modules/axe-core/axe.min.js")));
        var found = await page.EvaluateAsync<JsonElement>(
            """
            axe.run(document, { resultTypes: ['violations'] }).then(result =>
                result.violations.map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)).join(' | ')}`))
            """
        );
        return found.EnumerateArray().Select(violation => violation.GetString());
    }
}
