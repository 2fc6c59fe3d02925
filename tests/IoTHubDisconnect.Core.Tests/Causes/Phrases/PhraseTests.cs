using System.Globalization;
using System.Text.RegularExpressions;
using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect.Tests.Causes.Phrases;

/// <summary>Reasons and evidence in a reader's language.</summary>
public sealed partial class PhraseTests
{
    private static readonly CultureInfo Turkish = new("tr-TR");

    private static readonly IReadOnlyDictionary<string, string> Book = PhraseBook.For(Turkish).Phrases;

    [Fact]
    public void The_book_has_what_is_said_and_nothing_else()
    {
        var said = SaidPhrases.Of(ManyDisconnects.All());

        string[] wrong =
        [
            .. said.Except(Book.Keys).Select(phrase => $"'{phrase}' has no entry."),
            .. Book.Keys.Except(said).Select(phrase => $"'{phrase}' is said of nothing here."),
        ];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    /// <summary>But for the ending of a plural, which Turkish does not have after a number.</summary>
    [Fact]
    public void No_value_is_lost() =>
        Assert.All(
            Book,
            phrase =>
            {
                Assert.Empty(Holes(phrase.Value).Except(Holes(phrase.Key)));
                Assert.Empty(Holes(phrase.Key).Except(Holes(phrase.Value)).Except(Endings(phrase.Key)));
            }
        );

    [Fact]
    public void A_reader_is_told_in_the_language_of_the_culture()
    {
        var cause = Resolve(Turkish);

        Assert.Equal(
            "1 sa 5 dk sonra hub oturumu kapattı: büyük olasılıkla 1 sa ömürlü SAS belirtecinin süresi dolmuştu. "
                + "Cihaz bir daha görülmedi.",
            cause.Reason
        );
        Assert.Equal(
            "1 sa ya da 5 veya 10 dakika sonrası (4 oturum böyle bitti)",
            Assert.Single(cause.Evidence, e => e is { Name: "Belirtecin yaşı", Value: "1 sa 5 dk" }).Expected
        );
    }

    [Theory]
    [InlineData("tr-TR", "1.234 / 0,4 / 4,2 sn / 06:30:00")]
    [InlineData("de-DE", "1,234 / 0.4 / 4.2 s / 06:30:00")]
    public void All_figures_are_those_of_the_language(string culture, string said) =>
        Assert.Equal(
            said,
            Phrase
                .Say($"{1234:N0} / {0.4:0.0} / {TimeSpan.FromSeconds(4.2)} / {TimeSpan.FromHours(6.5):hh\\:mm\\:ss}")
                .In(new CultureInfo(culture))
        );

    [Theory]
    [InlineData("en-GB")]
    [InlineData("de-DE")]
    [InlineData("az-Latn-AZ")]
    public void Others_are_told_in_English(string culture) =>
        Assert.Equal(Words(Resolve(CultureInfo.InvariantCulture)), Words(Resolve(new CultureInfo(culture))));

    private static DisconnectCause Resolve(CultureInfo culture)
    {
        var disconnects = new TestLog()
            .Add(SessionRows.Repeated([3601, 3901, 4201], "D 404104", 5) + "4:00:00 C, 5:05:01 D 404104")
            .Add("0:00:30 C, 9:00:00 C", "other", ip: "198.51.1.XXX")
            .Disconnects();
        return CauseExplainer.Resolve(disconnects.Last(d => d.DeviceId == "device"), ResolveOptions.None, culture);
    }

    private static string Words(DisconnectCause cause) => $"{cause.Reason} {cause.Evidence}";

    private static IEnumerable<string> Holes(string phrase) => Hole().Matches(phrase).Select(m => m.Value);

    private static IEnumerable<string> Endings(string phrase) => Ending().Matches(phrase).Select(m => m.Value);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"(?<=\p{L})\{\d\}")]
    private static partial Regex Ending();
}
