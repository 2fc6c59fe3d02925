namespace IoTHubDisconnect.Shell;

/// <summary>What the command line asks for.</summary>
internal sealed record ShellArguments
{
    public ShellMode Mode { get; init; } = ShellMode.Prompt;

    /// <summary>The command text of <see cref="ShellMode.Command"/>, the path of <see cref="ShellMode.File"/>.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<string> FileArguments { get; init; } = [];

    public bool NoLogo { get; init; }

    public bool NonInteractive { get; init; }

    /// <exception cref="FormatException">The arguments are not ones this program takes; the message says which.</exception>
    public static ShellArguments Parse(IReadOnlyList<string> args)
    {
        ShellArguments parsed = new();
        for (int i = 0; i < args.Count; i++)
        {
            string[] rest = [.. args.Skip(i + 1)];
            switch (NameOf(args[i]))
            {
                case "h" or "help" or "?":
                    return parsed with { Mode = ShellMode.Help };
                case "v" or "version":
                    return parsed with { Mode = ShellMode.Version };
                case "nol" or "nologo":
                    parsed = parsed with { NoLogo = true };
                    break;
                case "noni" or "noninteractive":
                    parsed = parsed with { NonInteractive = true };
                    break;
                case "c" or "command":
                    return parsed.WithCommand(rest);
                case "f" or "file":
                    return parsed.WithFile(rest);
                case null:
                    return parsed.WithFile([.. args.Skip(i)]);
                default:
                    throw new FormatException($"The argument '{args[i]}' is not known.");
            }
        }

        return parsed;
    }

    private static string? NameOf(string argument) =>
        argument.StartsWith('-') && argument.Length > 1 ? argument.TrimStart('-').ToLowerInvariant() : null;

    private ShellArguments WithCommand(string[] words) => words switch
    {
        [] => throw new FormatException("-Command takes the text to run, or '-' for standard input."),
        ["-"] => this with { Mode = ShellMode.StandardInput },
        _ => this with { Mode = ShellMode.Command, Text = string.Join(' ', words) },
    };

    private ShellArguments WithFile(string[] words) => words switch
    {
        [] => throw new FormatException("-File takes the path of a .ps1 file, or '-' for standard input."),
        ["-"] => this with { Mode = ShellMode.StandardInput },
        [var path, .. var arguments] => this with { Mode = ShellMode.File, Text = ScriptPath(path), FileArguments = arguments },
    };

    private static string ScriptPath(string path)
    {
        if (!path.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase) || !File.Exists(path))
            throw new FormatException($"'{path}' is not a .ps1 file that exists.");

        return Path.GetFullPath(path);
    }
}
