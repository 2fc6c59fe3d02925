using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace IoTHubDisconnect.Shell;

/// <summary>What the engine knows of the program it runs in.</summary>
internal sealed class ShellHost(ShellUserInterface userInterface) : PSHost
{
    /// <summary>What a script's <c>exit</c> asked for; null while none did.</summary>
    public int? RequestedExitCode { get; private set; }

    public override string Name => "IoTHubDisconnect.Shell";

    public override Version Version { get; } = typeof(ShellHost).Assembly.GetName().Version ?? new Version();

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => userInterface;

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override void SetShouldExit(int exitCode) => RequestedExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new PSNotSupportedException("This host has no nested prompt.");

    public override void ExitNestedPrompt() => throw new PSNotSupportedException("This host has no nested prompt.");

    public override void NotifyBeginApplication() => userInterface.ClearProgress();

    public override void NotifyEndApplication()
    {
    }
}
