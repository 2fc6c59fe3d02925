using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Text;

namespace IoTHubDisconnect.Tests.Engine;

/// <summary>A terminal of a given width that remembers what was written to it.</summary>
internal sealed class ScreenHost : PlainHost
{
    private readonly ScreenInterface _screen;

    public ScreenHost(int width, bool hasColour)
        : this(new ScreenInterface(width, hasColour)) { }

    private ScreenHost(ScreenInterface screen)
        : base(screen) => _screen = screen;

    public string Text => _screen.Text.ToString();

    private sealed class ScreenInterface(int width, bool hasColour) : NoInterface
    {
        public StringBuilder Text { get; } = new();

        public override PSHostRawUserInterface RawUI { get; } = new ScreenSize(width);

        public override bool SupportsVirtualTerminal => hasColour;

        public override void Write(string value) => Text.Append(Plain(value));

        public override void WriteLine(string value) => Text.Append(Plain(value)).Append('\n');

        public override void WriteProgress(long sourceId, ProgressRecord record) { }

        private string Plain(string text) =>
            hasColour ? text : new StringDecorated(text).ToString(OutputRendering.PlainText);
    }
}
