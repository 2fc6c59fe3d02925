using System.Globalization;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Core.Tests.Knowledge.Catalogue;

public class DisconnectCatalogueTests
{
    private static readonly DisconnectCatalogue English = DisconnectCatalogue.For(new CultureInfo("en-US"));

    [Fact]
    public void Every_cause_is_covered()
    {
        foreach (var cause in Enum.GetValues<CauseName>())
        {
            var solution = English.Find(cause);
            Assert.Equal(cause, solution.Cause);
            Assert.Equal(cause.ToString(), solution.Name);
            Assert.NotNull(solution.Scope);
            Assert.Null(solution.ErrorCode);
        }
    }

    [Fact]
    public void Names_of_codes_are_unique()
    {
        string[] names = [.. CatalogueFacts.Shared.Codes.SelectMany(code => code.Aliases.Prepend(code.Name))];
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Codes_of_a_cause_and_causes_of_a_code_agree()
    {
        foreach (var cause in English.All.Where(solution => solution.Cause is not null))
            Assert.All(
                cause.ErrorCodes,
                code => Assert.Contains(cause.Cause!.Value, English.Find(code)!.PossibleCauses)
            );
    }

    [Theory]
    [InlineData("", "https://learn.microsoft.com/azure/")]
    [InlineData("en-US", "https://learn.microsoft.com/en-us/azure/")]
    [InlineData("tr-TR", "https://learn.microsoft.com/tr-tr/azure/")]
    [InlineData("de-DE", "https://learn.microsoft.com/de-de/azure/")]
    public void Links_are_absolute_and_carry_the_locale(string culture, string start)
    {
        var catalogue = DisconnectCatalogue.For(new CultureInfo(culture));

        foreach (var solution in catalogue.All)
        {
            Assert.Same(solution.HelpUri, solution.Links[0]);
            Assert.Equal(solution.Links.Count, solution.Links.Select(link => link.AbsoluteUri).Distinct().Count());
            Assert.All(solution.Links, link => Assert.Equal(Uri.UriSchemeHttps, link.Scheme));
            Assert.All(
                solution.Links.Where(link => link.Host == "learn.microsoft.com"),
                link => Assert.StartsWith(start, link.AbsoluteUri)
            );
        }

        Assert.Contains(new Uri("https://azure.status.microsoft/status"), catalogue.Find(CauseName.HubFault).Links);
    }

    [Fact]
    public void Data_hold_no_locale()
    {
        var facts = CatalogueFacts.Shared;
        Assert.All(
            facts.Codes.Concat(facts.Families.Values).Concat(facts.Causes).SelectMany(entry => entry.Links),
            link =>
            {
                Assert.DoesNotContain("learn.microsoft.com", link);
                Assert.Matches("^(azure/|https://)", link);
            }
        );
    }

    [Fact]
    public void German_reader_gets_english_texts_and_german_links()
    {
        var solution = DisconnectCatalogue.For(new CultureInfo("de-DE")).Find(404104)!;

        Assert.Equal("en", solution.Culture);
        Assert.Equal(English.Find(404104)!.Solution, solution.Solution);
        Assert.Contains("/de-de/", solution.HelpUri.AbsoluteUri);
    }

    [Fact]
    public void Turkish_reader_gets_turkish_texts()
    {
        var solution = DisconnectCatalogue.For(new CultureInfo("tr-TR")).Find(CauseName.SasTokenExpired);

        Assert.Equal("tr", solution.Culture);
        Assert.Contains("belirte", solution.Summary);
    }

    [Fact]
    public void Catalogue_of_a_culture_is_made_once() =>
        Assert.Same(English, DisconnectCatalogue.For(CultureInfo.GetCultureInfo("en-US")));

    [Theory]
    [InlineData("404104", 404104)]
    [InlineData(" deviceconnectionclosedremotely ", 404104)]
    [InlineData("InternalServerError", 500001)]
    [InlineData("ServiceUnavailable", 503001)]
    public void Finds_a_code_as_a_log_writes_it(string text, int code) =>
        Assert.Same(English.Find(code), English.Find(text));

    [Theory]
    [InlineData(400001, "400xxx")]
    [InlineData(400036, "400xxx")]
    [InlineData(409001, "409xxx")]
    [InlineData(412002, "412xxx")]
    [InlineData(413001, "413xxx")]
    [InlineData(503002, "503xxx")]
    [InlineData(401, "401xxx")]
    public void Code_without_a_name_is_answered_by_its_family(int code, string family)
    {
        var solution = English.Find(code)!;

        Assert.Equal(family, solution.Name);
        Assert.Equal(code, solution.ErrorCode);
    }

    [Fact]
    public void Unknown_codes_and_names_are_not_found()
    {
        Assert.Null(English.Find(0));
        Assert.Null(English.Find(200));
        Assert.Null(English.Find(-404104));
        Assert.Null(English.Find(777777));
        Assert.Null(English.Find("NoSuchError"));
        Assert.Null(English.Find(""));
    }
}
