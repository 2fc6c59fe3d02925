using System.Globalization;
using System.Management.Automation.Host;

namespace IoTHubDisconnect.Tests.Engine;

/// <summary>A host such as those of runbooks and services: without an interface, or with one that fails at every call.</summary>
internal sealed class HeadlessHost(bool hasInterface = false) : PSHost
{
    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "Headless";

    public override PSHostUserInterface? UI { get; } = hasInterface ? new NoInterface() : null;

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
