namespace IoTHubDisconnect.Shell;

/// <summary>Puts one completion after the other into the line.</summary>
internal sealed class CompletionCycle
{
    private readonly Completion completion;
    private int index = -1;
    private int length;

    private CompletionCycle(Completion completion)
    {
        this.completion = completion;
        length = completion.Length;
    }

    /// <summary>Returns null where nothing fits.</summary>
    public static CompletionCycle? Start(Completer completer, LineBuffer buffer) =>
        completer.Complete(buffer.Text, buffer.Cursor) is Completion completion ? new CompletionCycle(completion) : null;

    public void Next(LineBuffer buffer, bool backwards)
    {
        int count = completion.Texts.Count;
        index = backwards ? (Math.Max(index, 0) + count - 1) % count : (index + 1) % count;
        string text = completion.Texts[index];
        buffer.Replace(completion.Start, length, text);
        length = text.Length;
    }
}
