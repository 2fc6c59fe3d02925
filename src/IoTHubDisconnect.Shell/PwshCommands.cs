using System.Collections.Frozen;

namespace IoTHubDisconnect.Shell;

/// <summary>The commands that come with pwsh's own modules and not with the engine this host runs.</summary>
internal static class PwshCommands
{
    private static readonly string Text = Resource.Read("PwshCommands.txt").TrimEnd();

    private static readonly FrozenDictionary<string, PwshCommand> ByName =
        Read().ToFrozenDictionary(command => command.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The list as help shows it: each module, and its commands indented below.</summary>
    public static string List => Text;

    public static IEnumerable<PwshCommand> All => ByName.Values;

    public static PwshCommand? Find(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<PwshCommand> Read()
    {
        string module = "";
        foreach (string line in Text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (!line.StartsWith(' '))
                module = line;
            else
                foreach (string name in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    yield return new PwshCommand(name, module);
        }
    }
}
