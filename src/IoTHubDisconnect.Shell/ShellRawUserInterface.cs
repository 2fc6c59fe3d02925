using System.Management.Automation.Host;

namespace IoTHubDisconnect.Shell;

/// <summary>The screen: its size, its keys, its colours. There is no reading back of what it shows.</summary>
internal sealed class ShellRawUserInterface(Terminal terminal) : PSHostRawUserInterface
{
    private string title = "";

    public override ConsoleColor ForegroundColor { get; set; } = (ConsoleColor)(-1);

    public override ConsoleColor BackgroundColor { get; set; } = (ConsoleColor)(-1);

    public override int CursorSize { get; set; } = 25;

    public override Size BufferSize
    {
        get => WindowSize;
        set => throw NotSupported();
    }

    public override Size WindowSize
    {
        get => new(terminal.Width, terminal.Height);
        set => throw NotSupported();
    }

    public override Size MaxWindowSize => WindowSize;

    public override Size MaxPhysicalWindowSize => WindowSize;

    public override Coordinates WindowPosition
    {
        get => new(0, 0);
        set => throw NotSupported();
    }

    public override Coordinates CursorPosition
    {
        get => terminal.IsOutput ? new Coordinates(Console.CursorLeft, Console.CursorTop) : new Coordinates(0, 0);
        set => Console.SetCursorPosition(value.X, value.Y);
    }

    public override bool KeyAvailable => terminal.IsInput && Console.KeyAvailable;

    public override string WindowTitle
    {
        get => title;
        set
        {
            title = value;
            if (terminal.IsOutput)
                Console.Title = value;
        }
    }

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        ConsoleKeyInfo key = Console.ReadKey(options.HasFlag(ReadKeyOptions.NoEcho));
        return new KeyInfo((int)key.Key, key.KeyChar, StateOf(key.Modifiers), keyDown: true);
    }

    public override void FlushInputBuffer()
    {
        while (KeyAvailable)
            Console.ReadKey(intercept: true);
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw NotSupported();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw NotSupported();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw NotSupported();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw NotSupported();

    private static ControlKeyStates StateOf(ConsoleModifiers modifiers) =>
        (modifiers.HasFlag(ConsoleModifiers.Alt) ? ControlKeyStates.LeftAltPressed : 0)
        | (modifiers.HasFlag(ConsoleModifiers.Control) ? ControlKeyStates.LeftCtrlPressed : 0)
        | (modifiers.HasFlag(ConsoleModifiers.Shift) ? ControlKeyStates.ShiftPressed : 0);

    private static NotSupportedException NotSupported() => new("This host does not do that to the screen.");
}
