namespace IoTHubDisconnect.Shell;

/// <summary>Reads a line from the terminal with cursor keys, history and completion.</summary>
internal sealed class LineEditor(Terminal terminal, Completer completer)
{
    private readonly LineHistory history = new();
    private readonly LineBuffer buffer = new();
    private CompletionCycle? cycle;

    /// <summary>Returns null at the end of the input: Ctrl+D on an empty line. Ctrl+C gives an empty line.</summary>
    public string? ReadLine(string prompt)
    {
        LineDisplay display = new(terminal, prompt);
        buffer.Set("");
        Console.TreatControlCAsInput = true;
        try
        {
            while (true)
            {
                if (!Console.KeyAvailable)
                    display.Draw(buffer.Text, buffer.Cursor);

                ConsoleKeyInfo key = Console.ReadKey(intercept: true);
                if (key.Key == ConsoleKey.Enter)
                    return Finish(display, buffer.Text);
                if (IsControl(key, ConsoleKey.C))
                    return Finish(display, "");
                if (IsControl(key, ConsoleKey.D) && buffer.Text.Length == 0)
                    return Finish(display, null);
                if (IsControl(key, ConsoleKey.L))
                    display.ClearScreen();

                Handle(key);
            }
        }
        finally
        {
            Console.TreatControlCAsInput = false;
        }
    }

    private string? Finish(LineDisplay display, string? line)
    {
        cycle = null;
        display.Draw(buffer.Text, buffer.Text.Length);
        terminal.Write(Environment.NewLine);
        history.Add(line ?? "");
        return line;
    }

    private void Handle(ConsoleKeyInfo key)
    {
        if (key.Key == ConsoleKey.Tab)
        {
            cycle ??= CompletionCycle.Start(completer, buffer);
            cycle?.Next(buffer, backwards: key.Modifiers.HasFlag(ConsoleModifiers.Shift));
            return;
        }

        cycle = null;
        if (!HandleControl(key) && !HandleMove(key) && !char.IsControl(key.KeyChar))
            buffer.Insert(key.KeyChar);
    }

    private bool HandleMove(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow: buffer.MoveTo(buffer.Cursor - 1); return true;
            case ConsoleKey.RightArrow: buffer.MoveTo(buffer.Cursor + 1); return true;
            case ConsoleKey.Home: buffer.MoveTo(0); return true;
            case ConsoleKey.End: buffer.MoveTo(buffer.Text.Length); return true;
            case ConsoleKey.UpArrow: buffer.Set(history.Older(buffer.Text)); return true;
            case ConsoleKey.DownArrow: buffer.Set(history.Newer(buffer.Text)); return true;
            case ConsoleKey.Backspace: buffer.DeleteBefore(); return true;
            case ConsoleKey.Delete: buffer.DeleteAfter(); return true;
            case ConsoleKey.Escape: buffer.Set(""); return true;
            default: return false;
        }
    }

    private bool HandleControl(ConsoleKeyInfo key)
    {
        if (!key.Modifiers.HasFlag(ConsoleModifiers.Control))
            return false;

        switch (key.Key)
        {
            case ConsoleKey.A: buffer.MoveTo(0); break;
            case ConsoleKey.E: buffer.MoveTo(buffer.Text.Length); break;
            case ConsoleKey.D: buffer.DeleteAfter(); break;
            case ConsoleKey.K: buffer.DeleteToEnd(); break;
            case ConsoleKey.U: buffer.DeleteToStart(); break;
            case ConsoleKey.W: buffer.DeleteWordBefore(); break;
            case ConsoleKey.LeftArrow: buffer.MoveTo(buffer.WordBefore()); break;
            case ConsoleKey.RightArrow: buffer.MoveTo(buffer.WordAfter()); break;
            default: return false;
        }

        return true;
    }

    private static bool IsControl(ConsoleKeyInfo key, ConsoleKey letter) =>
        key.Key == letter && key.Modifiers.HasFlag(ConsoleModifiers.Control);
}
