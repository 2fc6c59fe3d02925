using System.Management.Automation;

namespace IoTHubDisconnect.Shell;

/// <summary>Console colours as escape sequences, so that a redirected stream can leave them out.</summary>
internal static class ConsoleColors
{
    public static string Paint(string text, ConsoleColor foreground, ConsoleColor background)
    {
        string start = Sequence(foreground, PSStyle.Instance.Foreground.FromConsoleColor)
            + Sequence(background, PSStyle.Instance.Background.FromConsoleColor);
        return start.Length == 0 ? text : start + text + PSStyle.Instance.Reset;
    }

    // A colour outside the sixteen is the engine's way to say "leave it as it is".
    private static string Sequence(ConsoleColor colour, Func<ConsoleColor, string> sequence) =>
        Enum.IsDefined(colour) ? sequence(colour) : "";
}
