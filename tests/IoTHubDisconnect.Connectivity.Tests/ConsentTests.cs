using System.Collections.ObjectModel;
using System.Management.Automation.Host;
using IoTHubDisconnect.Tests.Engine;
using F = IoTHubDisconnect.ConnectivityFinding;
using P = IoTHubDisconnect.ConnectivityProtocol;
using S = IoTHubDisconnect.ConnectivityStep;

namespace IoTHubDisconnect.Connectivity.Tests;

/// <summary>Where nobody can tell whether the device is connected, a person is asked.</summary>
public sealed class ConsentTests
{
    [Theory]
    [InlineData(0, CheckState.Passed, null)]
    [InlineData(1, CheckState.Skipped, F.Declined)]
    public async Task A_person_decides(int choice, CheckState state, F? finding)
    {
        var person = new AskingInterface(choice);
        await using var lab = await Lab.OpenAsync(host: new PlainHost(person));

        var signIn = (await lab.TestAsync("-ConnectionString $device -Protocol Mqtt")).Step(S.SignIn, P.Mqtt);

        Assert.Equal((state, finding), (signIn.State, signIn.Finding));
        Assert.Contains("device-1", Assert.Single(person.Questions), StringComparison.Ordinal);
    }

    private sealed class AskingInterface(int choice) : NoInterface
    {
        public List<string> Questions { get; } = [];

        public override int PromptForChoice(
            string caption,
            string message,
            Collection<ChoiceDescription> choices,
            int defaultChoice
        )
        {
            Questions.Add(message);
            return choice;
        }
    }
}
