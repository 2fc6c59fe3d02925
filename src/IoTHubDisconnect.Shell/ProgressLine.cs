using System.Management.Automation;

namespace IoTHubDisconnect.Shell;

/// <summary>One line of progress on a terminal's standard error, redrawn in place and wiped before anything else is written.</summary>
internal sealed class ProgressLine(Terminal terminal)
{
    private readonly Lock gate = new();
    private bool shown;

    public void Show(ProgressRecord record)
    {
        if (!terminal.IsError)
            return;

        lock (gate)
        {
            if (record.RecordType == ProgressRecordType.Completed)
                Wipe();
            else
                Draw(Describe(record));
        }
    }

    public void Clear()
    {
        lock (gate)
            Wipe();
    }

    private static string Describe(ProgressRecord record)
    {
        string percent = record.PercentComplete >= 0 ? $" {record.PercentComplete} %" : "";
        string remaining = record.SecondsRemaining >= 0 ? $", {TimeSpan.FromSeconds(record.SecondsRemaining)} left" : "";
        return $"{record.Activity}: {record.StatusDescription}{percent}{remaining} {record.CurrentOperation}".TrimEnd();
    }

    private void Draw(string text)
    {
        int width = Math.Max(1, terminal.Width - 1);
        string line = text.ReplaceLineEndings(" ");
        Console.Error.Write("\r" + (line.Length > width ? line[..width] : line.PadRight(width)));
        shown = true;
    }

    private void Wipe()
    {
        if (!shown)
            return;

        Console.Error.Write("\r" + new string(' ', Math.Max(1, terminal.Width - 1)) + "\r");
        shown = false;
    }
}
