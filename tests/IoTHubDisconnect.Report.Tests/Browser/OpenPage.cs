using Microsoft.Playwright;

namespace IoTHubDisconnect.Report.Tests.Browser;

/// <summary>A report as a person has it open, and what the page did meanwhile.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private const int Patience = 120_000;

    private readonly IBrowserContext _context;

    private OpenPage(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>What the page wrote to its console, and its errors.</summary>
    public List<string> Said { get; } = [];

    /// <summary>What it asked for besides itself.</summary>
    public List<string> Requests { get; } = [];

    public List<string> Dialogs { get; } = [];

    public static async Task<OpenPage> OfAsync(Chromium chromium, string file, View view)
    {
        var context = await chromium.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = view.Width, Height = view.Height },
                ColorScheme = view.IsDark ? ColorScheme.Dark : ColorScheme.Light,
                DeviceScaleFactor = view.Scale,
            }
        );
        context.SetDefaultTimeout(Patience);
        var open = new OpenPage(context, await context.NewPageAsync());
        await open.LoadAsync(new Uri(file).AbsoluteUri);
        return open;
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private async Task LoadAsync(string address)
    {
        Page.Console += (_, message) => Said.Add($"{message.Type}: {message.Text}");
        Page.PageError += (_, error) => Said.Add(error);
        Page.Request += (_, request) =>
        {
            if (request.Url != address && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                Requests.Add(request.Url);
        };
        Page.Dialog += async (_, dialog) =>
        {
            Dialogs.Add(dialog.Message);
            await dialog.DismissAsync();
        };
        await Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load, Timeout = Patience });
    }
}
