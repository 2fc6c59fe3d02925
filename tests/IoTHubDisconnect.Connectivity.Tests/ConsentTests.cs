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
        var host = new AskingHost(choice);
        await using var lab = await Lab.OpenAsync(host: host);

        var signIn = (await lab.TestAsync("-ConnectionString $device -Protocol Mqtt")).Step(S.SignIn, P.Mqtt);

        Assert.Equal((state, finding), (signIn.State, signIn.Finding));
        Assert.Contains("device-1", Assert.Single(host.Questions), StringComparison.Ordinal);
    }

    private sealed class AskingHost(int choice) : PSHost
    {
        private readonly AskingInterface _interface = new(choice);

        public IReadOnlyList<string> Questions => _interface.Questions;

        public override System.Globalization.CultureInfo CurrentCulture => System.Globalization.CultureInfo.InvariantCulture;

        public override System.Globalization.CultureInfo CurrentUICulture => System.Globalization.CultureInfo.InvariantCulture;

        public override Guid InstanceId { get; } = Guid.NewGuid();

        public override string Name => "Asking";

        public override PSHostUserInterface UI => _interface;

        public override Version Version { get; } = new(1, 0);

        public override void EnterNestedPrompt() => throw new NotSupportedException();

        public override void ExitNestedPrompt() => throw new NotSupportedException();

        public override void NotifyBeginApplication()
        {
        }

        public override void NotifyEndApplication()
        {
        }

        public override void SetShouldExit(int exitCode) => throw new NotSupportedException();
    }

    private sealed class AskingInterface(int choice) : NoInterface
    {
        public List<string> Questions { get; } = [];

        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            Questions.Add(message);
            return choice;
        }
    }
}
