using System.Globalization;
using System.Management.Automation.Host;

namespace IoTHubDisconnect.Tests.Engine;

/// <summary>A host that does nothing but have an interface, or none.</summary>
internal class PlainHost(PSHostUserInterface? ui) : PSHost
{
    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "Plain";

    public override PSHostUserInterface? UI => ui;

    public override Version Version { get; } = new(1, 0);

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication() { }

    public override void NotifyEndApplication() { }

    public override void SetShouldExit(int exitCode) => throw new NotSupportedException();
}
