using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Text;

namespace IoTHubDisconnect.Tests.Engine;

/// <summary>A terminal of a given width that remembers what was written to it.</summary>
internal sealed class ScreenHost(int width, bool hasColour) : PSHost
{
    private readonly ScreenInterface _screen = new(width, hasColour);

    public string Text => _screen.Text.ToString();

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "Screen";

    public override PSHostUserInterface UI => _screen;

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

    private sealed class ScreenInterface(int width, bool hasColour) : NoInterface
    {
        public StringBuilder Text { get; } = new();

        public override PSHostRawUserInterface RawUI { get; } = new ScreenSize(width);

        public override bool SupportsVirtualTerminal => hasColour;

        public override void Write(string value) => Text.Append(Plain(value));

        public override void WriteLine(string value) => Text.Append(Plain(value)).Append('\n');

        private string Plain(string text) => hasColour ? text : new StringDecorated(text).ToString(OutputRendering.PlainText);
    }
}
