using Microsoft.Playwright;

namespace IoTHubDisconnect.Report.Tests.Browser;

/// <summary>The machine's Chromium, started once for the tests that share it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where it is; null where the machine has none.</summary>
    public static string? Executable { get; } =
        (
            from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            from name in Names
            select Path.Combine(folder, name)
        ).FirstOrDefault(File.Exists);

    public IBrowser Browser =>
        _browser ?? throw new InvalidOperationException("Chromium is not there: install the package chromium.");

    public async Task InitializeAsync()
    {
        if (Executable is null)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Executable,
                Args = ["--no-sandbox", "--disable-gpu"],
                Timeout = 120_000,
            }
        );
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
