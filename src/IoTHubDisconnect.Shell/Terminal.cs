using System.Management.Automation;
using System.Management.Automation.Internal;

namespace IoTHubDisconnect.Shell;

/// <summary>The two output streams of this process, and what each can show.</summary>
internal sealed class Terminal
{
    /// <summary>What the engine lays tables out for when nobody looks: no screen is there to be measured.</summary>
    private const int RedirectedWidth = 120;

    // The consoles of Windows take escape sequences only in a mode that .NET has no switch for.
    private static readonly bool TakesEscapes = !OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    private readonly bool colour = TakesEscapes && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public bool IsInput { get; } = !Console.IsInputRedirected;

    public bool IsOutput { get; } = !Console.IsOutputRedirected;

    public bool IsError { get; } = !Console.IsErrorRedirected;

    public bool HasColour => colour && (IsOutput || IsError);

    public bool CanEditLines => IsInput && IsOutput && TakesEscapes;

    public int Width => IsOutput && Console.WindowWidth > 0 ? Console.WindowWidth : RedirectedWidth;

    public int Height => IsOutput && Console.WindowHeight > 0 ? Console.WindowHeight : 50;

    public void Write(string text) => Console.Out.Write(ForStream(text, IsOutput));

    public void WriteError(string text) => Console.Error.Write(ForStream(text, IsError));

    private string ForStream(string text, bool isTerminal) =>
        colour && isTerminal ? text : new StringDecorated(text).ToString(OutputRendering.PlainText);
}
