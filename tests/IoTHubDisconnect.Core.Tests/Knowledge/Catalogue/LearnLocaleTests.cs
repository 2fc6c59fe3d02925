using System.Globalization;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Core.Tests.Knowledge.Catalogue;

public class LearnLocaleTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("en-US", "en-us")]
    [InlineData("tr-TR", "tr-tr")]
    [InlineData("tr", "tr-tr")]
    [InlineData("en", "en-us")]
    [InlineData("de", "de-de")]
    [InlineData("zh-Hans", "zh-cn")]
    [InlineData("zh-TW", "zh-tw")]
    [InlineData("zh-Hant-TW", "zh-tw")]
    [InlineData("sr-Latn-RS", "sr-latn-rs")]
    [InlineData("xx-YY", "")]
    [InlineData("es-419", "es-es")]
    [InlineData("en-US-POSIX", "en-us")]
    public void Culture_gives_the_locale_as_the_site_spells_it(string culture, string locale) =>
        Assert.Equal(locale, LearnLocale.Of(new CultureInfo(culture)));

    [Fact]
    public void Turkish_thread_culture_does_not_spoil_the_locale()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            Assert.Equal("it-it", LearnLocale.Of(new CultureInfo("it-IT")));
            Assert.Equal("id-id", LearnLocale.Of(new CultureInfo("id-ID")));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
