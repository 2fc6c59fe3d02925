using System.Globalization;
using System.Text.RegularExpressions;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Core.Tests.Knowledge.Catalogue;

public partial class CatalogueTextsTests
{
    private static readonly CatalogueTexts English = CatalogueTexts.For(new CultureInfo("en-US"));
    private static readonly CatalogueTexts Turkish = CatalogueTexts.For(new CultureInfo("tr-TR"));

    private static readonly CatalogueFacts Facts = CatalogueFacts.Shared;

    private static readonly string[] AllKeys =
    [
        .. Facts
            .Codes.Concat(Facts.Families.Values)
            .Concat(Facts.Causes)
            .Concat(Facts.Barriers)
            .Select(entry => entry.Key),
        .. Enum.GetNames<Circumstance>().Except([nameof(Circumstance.None)]),
    ];

    public static TheoryData<string> Keys => [.. AllKeys];

    [Fact]
    public void Each_language_has_texts_for_all_entries_and_for_nothing_else()
    {
        Assert.Equal(AllKeys.Order(), English.Keys.Order());
        Assert.Equal(AllKeys.Order(), Turkish.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Texts_are_whole_sentences(string key)
    {
        foreach (var text in new[] { English[key], Turkish[key] })
        {
            Assert.InRange(text.Summary.Length, 1, 100);
            Assert.NotEmpty(text.Steps);
            Assert.All(
                text.Steps.Append(text.Summary).Append(text.Meaning),
                sentence => Assert.Matches(@"^\S.*\.$", sentence)
            );
            Assert.DoesNotContain(
                text.Steps.Append(text.Summary).Append(text.Meaning),
                sentence => sentence.Contains("  ")
            );
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Texts_are_translated_step_by_step(string key)
    {
        EntryText english = English[key],
            turkish = Turkish[key];

        Assert.NotEqual(english.Summary, turkish.Summary);
        Assert.NotEqual(english.Meaning, turkish.Meaning);
        Assert.Equal(english.Meaning == english.Summary, turkish.Meaning == turkish.Summary);
        Assert.Equal(english.Steps.Count, turkish.Steps.Count);
        Assert.All(english.Steps.Zip(turkish.Steps), step => Assert.NotEqual(step.First, step.Second));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Figures_and_symbolic_names_survive_translation(string key)
    {
        EntryText english = English[key],
            turkish = Turkish[key];

        Assert.Equal(Constants(english.Meaning), Constants(turkish.Meaning));
        Assert.All(
            english.Steps.Zip(turkish.Steps),
            step => Assert.Equal(Constants(step.First), Constants(step.Second))
        );
    }

    [Fact]
    public void A_language_without_texts_reads_english()
    {
        Assert.Equal("en", CatalogueTexts.For(new CultureInfo("de-DE")).Language);
        Assert.Equal("en", CatalogueTexts.For(CultureInfo.InvariantCulture).Language);
        Assert.Equal("tr", CatalogueTexts.For(new CultureInfo("tr")).Language);
    }

    // Figures without their separators, which differ by language, and words such as connectedDeviceCount or
    // OPTION_SAS_TOKEN_LIFETIME.
    private static IEnumerable<string> Constants(string text) =>
        Constant()
            .Matches(text)
            .Select(match => match.Value.Replace(".", "").Replace(",", ""))
            .Distinct()
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\d+(?:[.,]\d+)*|\b[a-z]+[A-Z]\w+|\b[A-Z]+(?:_[A-Z]+)+\b|\b[A-Z][a-z]+-[A-Z]\w+")]
    private static partial Regex Constant();
}
