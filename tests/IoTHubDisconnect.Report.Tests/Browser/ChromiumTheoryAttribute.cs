namespace IoTHubDisconnect.Report.Tests.Browser;

/// <summary>
/// A test that needs Chromium. A machine without it skips the test, but for one that integrates what others wrote.
/// </summary>
internal sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute()
    {
        if (Chromium.Executable is null && Environment.GetEnvironmentVariable("CI") is null or "")
            Skip = "Chromium is not installed: apt-get install chromium.";
    }
}
