using System.Text;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Tests.Events;

/// <summary>What stands behind the numbers of an event.</summary>
public sealed class EventTablesTests
{
    [Theory]
    [InlineData("x509Certificate", true)]
    [InlineData("selfSigned", true)]
    [InlineData("certificateAuthority", true)]
    [InlineData("sas", false)]
    [InlineData(null, false)]
    public void A_certificate_has_no_token_to_renew(string? authenticationType, bool isCertificate) =>
        Assert.Equal(isCertificate, new ConnectionChannel("Mqtt", authenticationType).UsesCertificate);

    [Theory]
    [InlineData("/SUBSCRIPTIONS/S/IOTHUBS/Contoso", "/subscriptions/s/iotHubs/contoso/", "contoso")]
    [InlineData("/subscriptions/s/iotHubs/contoso", "/SUBSCRIPTIONS/S/IOTHUBS/CONTOSO", "contoso")]
    [InlineData("contoso", "Contoso", "contoso")]
    public void Spellings_of_a_hub_are_one_hub_and_show_the_same_one(string first, string second, string name)
    {
        foreach (
            var spellings in (string[][])
                [
                    [first, second, first],
                    [second, first, second],
                ]
        )
        {
            var hubs = new HubTable();
            Assert.Equal([0, 0, 0], spellings.Select(spelling => hubs.Add(Encoding.UTF8.GetBytes(spelling))));
            Assert.Equal(1, hubs.Add("another"u8));
            Assert.Equal((2, name), (hubs.Count, hubs.NameOf(0)));
        }
    }

    [Theory]
    [InlineData("sas", "sas")]
    [InlineData("{\"scope\":\"device\",\"type\":\"sas\"}", "sas")]
    [InlineData("{\"scope\":\"device\"}", null)]
    [InlineData("{\"type\":1}", null)]
    [InlineData("{\"type\":\"sas\"", null)]
    [InlineData("", null)]
    public void The_type_of_an_authentication_is_told_in_words_or_json(string written, string? type)
    {
        var contexts = new ContextTable();
        var channel = contexts.AddChannel("Mqtt"u8, Encoding.UTF8.GetBytes(written));
        var context = contexts[contexts.Add(channel, ""u8, ""u8, -1)];
        Assert.Equal(("Mqtt", type, null), (context.Protocol, context.AuthenticationType, context.MaskedIpAddress));
    }

    [Fact]
    public void Texts_in_place_of_codes_are_kept_up_to_a_length_and_a_number()
    {
        var texts = new ErrorTexts();
        var code = texts.Add(Encoding.UTF8.GetBytes($"a\u001b{new string('b', 198)}c"));
        Assert.Equal($"a\uFFFD{new string('b', 198)}", texts[code]);
        Assert.Equal(code, texts.Add(Encoding.UTF8.GetBytes($"a\u001b{new string('b', 198)}d")));
        for (var i = 1; i < 1000; i++)
            Assert.True(ErrorTexts.Include(texts.Add(Encoding.UTF8.GetBytes($"text {i}"))));
        Assert.Equal(ConnectionEvent.UnnumberedCode, texts.Add("one too many"u8));
        Assert.Equal("text 999", texts[texts.Add("text 999"u8)]);
        Assert.Null(texts[404104]);
    }
}
