using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using IoTHubDisconnect.Reports;

namespace IoTHubDisconnect.Report.Tests.Texts;

public sealed partial class LanguageTests
{
    private static readonly Dictionary<string, string> English = Texts("en"),
        Turkish = Texts("tr");

    [Fact]
    public void Both_languages_say_the_same_things() => Assert.Equal(English.Keys, Turkish.Keys);

    [Fact]
    public void Both_languages_have_the_same_places_for_figures() =>
        Assert.All(
            English,
            text =>
                Assert.Equal(
                    Places(text.Value).Except(["{0}"]).Order(),
                    Places(Turkish[text.Key]).Except(["{0}"]).Order()
                )
        );

    [Theory]
    [InlineData("en-US", 0.0, "0 %")]
    [InlineData("en-US", 0.001, "<1 %")]
    [InlineData("en-US", 0.964, "96 %")]
    [InlineData("en-US", 0.999, "99 %")]
    [InlineData("tr-TR", 0.001, "<%1")]
    [InlineData("en-US", 1.0, "100 %")]
    [InlineData("tr-TR", 0.5, "%50")]
    public void Only_all_is_a_hundred_percent(string culture, double part, string text) =>
        Assert.Equal(text, Of(culture).Percent(part));

    [Theory]
    [InlineData("en-US", 0.04, "0.0 s")]
    [InlineData("en-US", 59.96, "1 min")]
    [InlineData("en-US", 3599.7, "1 h")]
    [InlineData("en-US", 90000, "1 d 1 h")]
    [InlineData("tr-TR", 4.25, "4,3 sn")]
    [InlineData("tr-TR", 3900, "1 sa 5 dk")]
    public void Durations_have_two_units_at_most_and_break_nowhere(string culture, double seconds, string text) =>
        Assert.Equal(text.Replace(' ', '\u00A0'), Of(culture).Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("en-US", "1,234,567")]
    [InlineData("tr-TR", "1.234.567")]
    public void Numbers_are_grouped_as_the_language_does(string culture, string text) =>
        Assert.Equal(text, Of(culture).Number(1234567));

    private static ReportLanguage Of(string culture) => ReportLanguage.Of(CultureInfo.GetCultureInfo(culture));

    private static Dictionary<string, string> Texts(string language)
    {
        using var stream = typeof(ReportLanguage).Assembly.GetManifestResourceStream($"report.{language}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Distinct();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
