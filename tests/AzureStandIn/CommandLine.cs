using System.Globalization;
using System.Runtime.InteropServices;
using AzureStandIn.Logs;

namespace AzureStandIn;

/// <summary>The stand-in as a program of its own.</summary>
internal static class CommandLine
{
    private const string Usage = """
        AzureStandIn [--fleet FOLDER] [--port N] [--now ISO] [--rows N]
            Serves a folder of exported logs as Azure would. Ports: N and the ones after it; chosen by the system without --port.
            --rows is the most that an answer holds.
        """;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        if (Parse(args) is not { } values)
        {
            await error.WriteLineAsync(Usage);
            return 2;
        }

        await using var azure = await StandInAzure.StartAsync(Options(values));
        if (values.TryGetValue("fleet", out var folder))
            await azure.LoadAsync(folder);
        var stopped = new TaskCompletionSource();
        using var interrupt = StopOn(PosixSignal.SIGINT, stopped);
        using var terminate = StopOn(PosixSignal.SIGTERM, stopped);
        await output.WriteLineAsync(Welcome.Text(azure));
        await stopped.Task;
        return 0;
    }

    private static PosixSignalRegistration StopOn(PosixSignal signal, TaskCompletionSource stopped) =>
        PosixSignalRegistration.Create(
            signal,
            context =>
            {
                context.Cancel = true;
                stopped.TrySetResult();
            }
        );

    private static Dictionary<string, string>? Parse(string[] args)
    {
        string[] known = ["--fleet", "--port", "--now", "--rows"];
        if (args.Length % 2 != 0 || args.Where((_, index) => index % 2 == 0).Except(known).Any())
            return null;
        return args.Chunk(2).ToDictionary(pair => pair[0].TrimStart('-'), pair => pair[1]);
    }

    private static StandInOptions Options(Dictionary<string, string> values) =>
        new()
        {
            Port = values.TryGetValue("port", out var port) ? int.Parse(port, CultureInfo.InvariantCulture) : 0,
            Now = values.TryGetValue("now", out var now)
                ? DateTimeOffset.Parse(now, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
                : null,
            Limits = values.TryGetValue("rows", out var rows)
                ? new QueryLimits { Rows = int.Parse(rows, CultureInfo.InvariantCulture) }
                : new QueryLimits(),
        };
}
