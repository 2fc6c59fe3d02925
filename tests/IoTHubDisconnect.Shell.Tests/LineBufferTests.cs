namespace IoTHubDisconnect.Shell.Tests;

public class LineBufferTests
{
    [Theory]
    [InlineData("", "|")]
    [InlineData("left left insert", "ox|ne two")]
    [InlineData("home", "|one two")]
    [InlineData("backspace", "on| two")]
    [InlineData("home backspace", "|one two")]
    [InlineData("delete", "one|two")]
    [InlineData("end delete", "one two|")]
    [InlineData("toStart", "| two")]
    [InlineData("toEnd", "one|")]
    [InlineData("end deleteWord", "one |")]
    [InlineData("wordRight", "one |two")]
    [InlineData("end wordLeft", "one |two")]
    public void Keys_change_text_and_cursor(string steps, string expected)
    {
        LineBuffer buffer = new();
        if (steps.Length > 0)
        {
            buffer.Set("one two");
            buffer.MoveTo(3);
        }

        foreach (string step in steps.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Apply(buffer, step);

        Assert.Equal(expected, buffer.Text.Insert(buffer.Cursor, "|"));
    }

    private static void Apply(LineBuffer buffer, string step)
    {
        switch (step)
        {
            case "left": buffer.MoveTo(buffer.Cursor - 1); break;
            case "home": buffer.MoveTo(0); break;
            case "end": buffer.MoveTo(int.MaxValue); break;
            case "insert": buffer.Insert('x'); break;
            case "backspace": buffer.DeleteBefore(); break;
            case "delete": buffer.DeleteAfter(); break;
            case "toStart": buffer.DeleteToStart(); break;
            case "toEnd": buffer.DeleteToEnd(); break;
            case "deleteWord": buffer.DeleteWordBefore(); break;
            case "wordLeft": buffer.MoveTo(buffer.WordBefore()); break;
            case "wordRight": buffer.MoveTo(buffer.WordAfter()); break;
        }
    }
}
