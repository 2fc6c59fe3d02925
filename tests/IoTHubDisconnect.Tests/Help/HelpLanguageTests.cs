namespace IoTHubDisconnect.Tests.Help;

public class HelpLanguageTests
{
    [Theory]
    [InlineData("en-US", "TOPIC")]
    [InlineData("tr-TR", "KONU")]
    [InlineData("de-DE", "TOPIC")]
    [InlineData("", "TOPIC")]
    public void About_topic_comes_in_the_language_of_the_session_or_else_in_English(string culture, string beginning)
    {
        using var session = new HelpSession(culture);

        string topic = session.Run("Get-Help about_IoTHubDisconnect").Single().ToString();

        Assert.StartsWith(beginning, topic, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("")]
    public void Cmdlets_have_their_help_in_every_language(string culture)
    {
        using var session = new HelpSession(culture);

        Assert.All(HelpPage.All, page => Assert.Equal(page.Synopsis, session.Run($"(Get-Help {page.Name}).Synopsis").Single().ToString()));
    }
}
