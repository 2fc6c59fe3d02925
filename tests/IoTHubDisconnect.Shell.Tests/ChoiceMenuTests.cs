using System.Collections.ObjectModel;
using System.Management.Automation.Host;

namespace IoTHubDisconnect.Shell.Tests;

public class ChoiceMenuTests
{
    private static readonly Collection<ChoiceDescription> Choices = [new("&Yes", "Do it."), new("Yes to &All", "Do all."), new("&No", "Don't.")];

    [Theory]
    [InlineData("y", 0)]
    [InlineData("a", 1)]
    [InlineData("Yes to all", 1)]
    [InlineData("", 2)]
    [InlineData("maybe", null)]
    public void Answer_is_a_key_a_label_or_nothing(string answer, int? expected) =>
        Assert.Equal(expected, new ChoiceMenu(Choices, defaultChoice: 2).Find(answer));

    [Fact]
    public void Nothing_is_no_answer_without_a_default() => Assert.Null(new ChoiceMenu(Choices, defaultChoice: -1).Find(""));

    [Fact]
    public void Prompt_lists_the_choices() =>
        Assert.Equal("[Y] Yes  [A] Yes to All  [N] No  [?] Help (default is \"N\"): ", new ChoiceMenu(Choices, defaultChoice: 2).Prompt);
}
