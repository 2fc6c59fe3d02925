using System.Globalization;
using NetworkLab.Clients;
using NetworkLab.Faults;

namespace NetworkLab;

/// <summary>What the command line asks for.</summary>
internal sealed record LabOptions
{
    public const string Usage = """
        NetworkLab [run] [--clients NAME,...] [--faults NAME,...] [--runs N] [--seed N] [--speed N] [--together N]
                [--rows FOLDER]
            Lets real clients suffer real faults in a network of their own, asks the module for the causes, and prints
            a table. --speed 10 lets an hour pass in six minutes; --together is how many faults are suffered at the
            same time, each with a hub of its own; --rows keeps the logs. Ends with 1 where answers are not good
            enough, and with 3 where no network can be made.
        NetworkLab habits [--clients NAME,...]
            Measures how clients try again, at the pace of the machine's clock. Ends with 1 where it is not as known.
        NetworkLab list
            Clients, faults, and what is taken for granted of Azure.
        """;

    private static readonly string[] Known =
    [
        "--clients",
        "--faults",
        "--runs",
        "--seed",
        "--speed",
        "--together",
        "--rows",
    ];

    public string Verb { get; private init; } = "run";

    /// <summary>Those that were named; all where none was.</summary>
    public IReadOnlyList<LabClient> Clients { get; private init; } = LabClient.All;

    /// <summary>Those that were named; all where none was.</summary>
    public IReadOnlyList<LabFault> Faults { get; private init; } = LabFault.All;

    public int Runs { get; private init; } = 3;

    public int Seed { get; private init; } = 1;

    public double Speed { get; private init; } = 10;

    public int Together { get; private init; } = 20;

    /// <summary>The folder for the logs; null where they need not be kept.</summary>
    public string? RowFolder { get; private init; }

    /// <summary>Null where the words make no sense.</summary>
    public static LabOptions? Parse(IReadOnlyList<string> words)
    {
        var verb = words is [['-', ..], ..] or [] ? "run" : words[0];
        string[][] pairs = [.. words.SkipWhile(word => word == verb).Chunk(2)];
        if (verb is not ("run" or "habits" or "list") || pairs.Any(pair => pair.Length < 2 || !Known.Contains(pair[0])))
            return null;
        var values = pairs.ToDictionary(pair => pair[0], pair => pair[1]);
        var defaults = new LabOptions();
        return new LabOptions
        {
            Verb = verb,
            Clients = Named(values, "--clients", LabClient.All, client => client.Name),
            Faults = Named(values, "--faults", LabFault.All, fault => fault.Name),
            Runs = (int)Number(values, "--runs", defaults.Runs),
            Seed = (int)Number(values, "--seed", defaults.Seed),
            Speed = Number(values, "--speed", defaults.Speed),
            Together = (int)Number(values, "--together", defaults.Together),
            RowFolder = values.GetValueOrDefault("--rows"),
        };
    }

    private static IReadOnlyList<T> Named<T>(
        Dictionary<string, string> values,
        string option,
        IReadOnlyList<T> all,
        Func<T, string> name
    ) => values.TryGetValue(option, out var names) ? [.. all.IntersectBy(names.Split(','), name)] : all;

    private static double Number(Dictionary<string, string> values, string name, double otherwise) =>
        values.TryGetValue(name, out var text) ? double.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
