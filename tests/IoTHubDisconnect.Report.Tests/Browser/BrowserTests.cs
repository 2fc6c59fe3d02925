using IoTHubDisconnect.Report.Tests.Pages;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace IoTHubDisconnect.Report.Tests.Browser;

[Collection("Browser")]
public sealed class BrowserTests(Chromium chromium, WrittenReports reports, ITestOutputHelper output)
{
    private static readonly string Pictures = Directory
        .CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots"))
        .FullName;

    public static TheoryData<string, string> Views
    {
        get
        {
            var all = new TheoryData<string, string>
            {
                { "turkish", "phone-light" },
                { "turkish", "desktop-dark" },
                { "hostile", "desktop-light" },
                { "hostile", "phone-dark" },
                { "well", "desktop-light" },
                { "empty", "desktop-light" },
            };
            foreach (var view in View.All)
                all.Add("english", view.Name);
            return all;
        }
    }

    [ChromiumTheory]
    [MemberData(nameof(Views))]
    public async Task The_page_fits_asks_nobody_and_keeps_nobody_out(string report, string view)
    {
        await using var open = await OpenPage.OfAsync(chromium, reports.PathOf(report), View.Of(view));

        await open.Page.ScreenshotAsync(
            new() { FullPage = true, Path = Path.Combine(Pictures, $"{report}-{view}.png") }
        );

        Assert.Empty(open.Said);
        Assert.Empty(open.Requests);
        Assert.Empty(open.Dialogs);
        Assert.True(
            await open.Page.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            ),
            "The page is wider than the screen."
        );
        Assert.Equal([], await Axe.CheckAsync(open.Page));
    }

    [ChromiumTheory]
    [InlineData("english")]
    public async Task The_first_key_reaches_the_link_to_the_report_and_each_table_can_be_scrolled_by_keys(string report)
    {
        await using var open = await OpenPage.OfAsync(chromium, reports.PathOf(report), View.Of("phone-light"));

        await open.Page.Keyboard.PressAsync("Tab");

        Assert.Equal("#report", await open.Page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        Assert.True(await open.Page.EvaluateAsync<bool>("document.activeElement.getBoundingClientRect().left >= 0"));
        Assert.Equal(0, await open.Page.Locator("table:not([tabindex='0'] > table)").CountAsync());
    }

    [ChromiumTheory]
    [InlineData("large")]
    public async Task On_paper_lists_are_unfolded(string report)
    {
        await using var open = await OpenPage.OfAsync(chromium, reports.PathOf(report), View.Of("desktop-light"));
        const string isShown =
            "[...document.querySelectorAll('.sub .card, .names .ids')].map(e => e.checkVisibility())";

        Assert.DoesNotContain(true, await open.Page.EvaluateAsync<bool[]>(isShown));
        await open.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var shown = await open.Page.EvaluateAsync<bool[]>(isShown);
        Assert.NotEmpty(shown);
        Assert.DoesNotContain(false, shown);
    }

    /// <summary>A person who opens the page at night sees who is away, and what to do, without a search.</summary>
    [ChromiumTheory]
    [InlineData("english", "desktop-light", "#attention .device")]
    [InlineData("turkish", "desktop-light", "#attention .device")]
    [InlineData("large", "desktop-light", "#attention .device")]
    [InlineData("english", "phone-light", "#away .card")]
    [InlineData("turkish", "phone-light", "#away .card")]
    [InlineData("large", "phone-light", "#away .card")]
    public async Task The_first_card_is_near_the_top(string report, string view, string card)
    {
        await using var open = await OpenPage.OfAsync(chromium, reports.PathOf(report), View.Of(view));

        var top = await open.Page.EvaluateAsync<double>(
            $"document.querySelector('{card}').getBoundingClientRect().top"
        );

        output.WriteLine($"{top:0} px");
        Assert.InRange(top, 0, 1_400);
    }

    /// <summary>
    /// What makes a page slow to open is its size and the number of its elements; how long it took here is printed, not
    /// judged.
    /// </summary>
    [ChromiumTheory]
    [InlineData("large")]
    public async Task A_fleet_of_ten_thousand_makes_a_page_that_opens_at_once(string report)
    {
        var file = reports.PathOf(report);
        await using var open = await OpenPage.OfAsync(chromium, file, View.Of("desktop-light"));

        var elements = await open.Page.EvaluateAsync<int>("document.querySelectorAll('*').length");
        var took = await open.Page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].loadEventEnd");
        output.WriteLine(
            $"{new FileInfo(file).Length / 1024.0:N0} KB, {elements:N0} elements, open after {took:N0} ms"
        );
        await open.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, "large.png") });

        Assert.InRange(new FileInfo(file).Length, 1, 2_000_000);
        Assert.InRange(elements, 1, 20_000);
        Assert.Equal(10, await open.Page.Locator(".strip").CountAsync());
        Assert.Empty(open.Said);
    }

    [ChromiumTheory]
    [InlineData("english")]
    public async Task Paper_has_what_the_screen_has_without_its_navigation(string report)
    {
        await using var open = await OpenPage.OfAsync(chromium, reports.PathOf(report), View.Of("desktop-dark"));

        await open.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await File.WriteAllBytesAsync(
            Path.Combine(Pictures, $"{report}.pdf"),
            await open.Page.PdfAsync(new() { Format = "A4" })
        );

        Assert.False(await open.Page.Locator("nav").IsVisibleAsync());
        Assert.True(await open.Page.Locator("#attention .device").First.IsVisibleAsync());
    }
}
