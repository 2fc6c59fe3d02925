using System.Management.Automation.Host;
using IoTHubDisconnect.Commands;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Tests.Formatting;

public class ParagraphTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("fits", "fits")]
    [InlineData("just ten c", "just ten c")]
    [InlineData("one two three", "one two\n  three")]
    [InlineData("1. one two three\n2. four", "1. one two\n  three\n2. four")]
    [InlineData("https://no.break/in/here or there", "https://no.break/in/here\n  or there")]
    [InlineData("  +1 indented", "  +1\n  indented")]
    public void Lines_break_between_words_and_keep_their_indent(string text, string shown) =>
        Assert.Equal(shown, Paragraph.Wrap(text, 10, 2));

    [Fact]
    public void Lines_fit_the_screen_beside_what_stands_there()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 60));

        Assert.Equal(65, Longest(Paragraph.Wrap(text, new ScreenHost(80, false), 14, 0)), 4.0);
        Assert.Equal(40, Longest(Paragraph.Wrap(text, new ScreenHost(80, false), 0, 0, columns: 2)), 4.0);
    }

    [Fact]
    public void Lines_stay_readable_on_a_wide_screen() =>
        Assert.InRange(
            Longest(Paragraph.Wrap(string.Join(' ', Enumerable.Repeat("word", 60)), new ScreenHost(300, false), 14, 0)),
            90,
            100
        );

    [Theory]
    [MemberData(nameof(Screenless))]
    public void Without_a_screen_lines_fit_eighty_columns(PSHost? host) =>
        Assert.InRange(Longest(Paragraph.Wrap(string.Join(' ', Enumerable.Repeat("word", 60)), host, 0, 0)), 70, 79);

    public static TheoryData<PSHost?> Screenless => [null, new HeadlessHost(), new HeadlessHost(hasInterface: true)];

    private static int Longest(string text) => text.Split('\n').Max(line => line.Length);
}
