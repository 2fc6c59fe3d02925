using System.Text;
using System.Text.Json;
using CsCheck;
using IoTHubDisconnect.Reading.Json;

namespace IoTHubDisconnect.Core.Tests.Reading;

public sealed class JsonEscapesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("\\\"a\\\\\\/b\\\"", "\"a\\/b\"")]
    [InlineData("""\b\f\n\r\t""", "\b\f\n\r\t")]
    [InlineData("""\u0041\u00e4\u20AC""", "Aä€")]
    [InlineData("""\ud83d\ude00!""", "😀!")]
    [InlineData("""\ud83d!""", "\uFFFD!")]
    [InlineData("""\ud83d\u0041""", "\uFFFDA")]
    [InlineData("""\ude00""", "\uFFFD")]
    public void Escapes_are_resolved(string written, string expected) => Assert.Equal(expected, Resolve(written));

    [Fact]
    public void Every_string_comes_back_as_it_was() =>
        Gen.String.Sample(text =>
        {
            var sound = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            Assert.Equal(sound, Resolve(JsonSerializer.Serialize(sound)[1..^1]));
        });

    private static string Resolve(string written)
    {
        var bytes = Encoding.UTF8.GetBytes(written);
        var resolved = new byte[bytes.Length];
        return Encoding.UTF8.GetString(resolved, 0, JsonEscapes.Resolve(bytes, resolved));
    }
}
