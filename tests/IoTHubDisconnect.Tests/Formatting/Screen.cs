using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Tests.Formatting;

/// <summary>Shows what a person sees who types commands into a terminal of a given width.</summary>
internal sealed class Screen(int width, bool hasColour = false, bool asList = false)
{
    /// <summary>Each command with what it shows below it.</summary>
    public string Transcript(IEnumerable<string> commands, params (string Name, object? Value)[] variables) =>
        string.Concat(commands.Select(command => $"PS> {command}\n{Show(command, variables)}"));

    public string Show(string command, params (string Name, object? Value)[] variables)
    {
        var host = new ScreenHost(width, hasColour);
        using var session = new Session(host);
        session.Run($"& {{ {command} }} {(asList ? "| Format-List" : "")} | Out-Default", variables).Clean();
        return string.Join('\n', host.Text.Split('\n').Select(line => line.TrimEnd()));
    }
}
