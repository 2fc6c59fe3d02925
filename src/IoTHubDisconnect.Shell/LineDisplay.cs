using System.Management.Automation.Internal;
using System.Text;

namespace IoTHubDisconnect.Shell;

/// <summary>Draws a prompt and the line being typed, over several rows where it is long. It moves relative to where it drew last and never asks the terminal where the cursor is.</summary>
internal sealed class LineDisplay(Terminal terminal, string prompt)
{
    private readonly int promptLength = new StringDecorated(prompt).ContentLength;
    private int cursorRow;

    public void Draw(string text, int cursor)
    {
        int width = terminal.Width;
        int endRow = (promptLength + text.Length) / width;
        int row = (promptLength + cursor) / width;
        int column = (promptLength + cursor) % width;

        StringBuilder output = new();
        Up(output, cursorRow);
        output.Append("\r\e[J").Append(prompt).Append(text);

        // A terminal stays on a row it has just filled until the next character comes.
        if ((promptLength + text.Length) % width == 0)
            output.Append(" \b");

        Up(output, endRow - row);
        output.Append('\r');
        if (column > 0)
            output.Append($"\e[{column}C");

        terminal.Write(output.ToString());
        cursorRow = row;
    }

    /// <summary>Begins again on the first row of an empty screen.</summary>
    public void ClearScreen()
    {
        terminal.Write("\e[H\e[2J");
        cursorRow = 0;
    }

    private static void Up(StringBuilder output, int rows)
    {
        if (rows > 0)
            output.Append($"\e[{rows}A");
    }
}
