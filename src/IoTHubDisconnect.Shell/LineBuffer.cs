namespace IoTHubDisconnect.Shell;

/// <summary>A line of text with a cursor in it.</summary>
internal sealed class LineBuffer
{
    public string Text { get; private set; } = "";

    public int Cursor { get; private set; }

    public void Set(string text) => Set(text, text.Length);

    public void Insert(char c) => Replace(Cursor, 0, c.ToString());

    /// <summary>Puts the cursor behind the new text.</summary>
    public void Replace(int start, int length, string text) => Set(Text[..start] + text + Text[(start + length)..], start + text.Length);

    public void MoveTo(int position) => Cursor = Math.Clamp(position, 0, Text.Length);

    public void DeleteBefore()
    {
        if (Cursor > 0)
            Replace(Cursor - 1, 1, "");
    }

    public void DeleteAfter()
    {
        if (Cursor < Text.Length)
            Set(Text.Remove(Cursor, 1), Cursor);
    }

    public void DeleteToStart() => Set(Text[Cursor..], 0);

    public void DeleteToEnd() => Set(Text[..Cursor]);

    public void DeleteWordBefore()
    {
        int start = WordBefore();
        Replace(start, Cursor - start, "");
    }

    public int WordBefore()
    {
        int start = Cursor;
        while (start > 0 && char.IsWhiteSpace(Text[start - 1]))
            start--;
        while (start > 0 && !char.IsWhiteSpace(Text[start - 1]))
            start--;

        return start;
    }

    public int WordAfter()
    {
        int end = Cursor;
        while (end < Text.Length && !char.IsWhiteSpace(Text[end]))
            end++;
        while (end < Text.Length && char.IsWhiteSpace(Text[end]))
            end++;

        return end;
    }

    private void Set(string text, int cursor)
    {
        Text = text;
        Cursor = cursor;
    }
}
