using NetworkLab.Answers;
using NetworkLab.Clients;
using NetworkLab.Faults;
using NetworkLab.Habits;
using NetworkLab.Network;
using NetworkLab.Scenes;

namespace NetworkLab;

/// <summary>Clients times faults times runs, in the lab's own network.</summary>
internal sealed class LabRun(LabOptions options, TextWriter output, TextWriter error)
{
    private const int NotGoodEnough = 1;

    /// <summary>
    /// By the machine's clock. The programs of a run take seconds of two cores to start, which those of others, at ten
    /// times the pace, would take for minutes.
    /// </summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(10);

    /// <summary>Returns the exit status.</summary>
    public async Task<int> RunAsync()
    {
        var clients = await ClientsAsync();
        var folder = options.RowFolder is { } named
            ? Directory.CreateDirectory(named)
            : Directory.CreateTempSubdirectory("network-lab-");
        try
        {
            if (options.Verb == "habits")
                return await MeasureAsync(clients, folder);
            return await SufferAsync(clients, folder);
        }
        finally
        {
            if (options.RowFolder is null)
                folder.Delete(recursive: true);
        }
    }

    private static string Manifest => Path.Combine(NodeClient.Folder, "..", "..", "IoTHubDisconnect.psd1");

    /// <summary>Those that are asked for; one that is not on this machine is left out, and named.</summary>
    private async Task<LabClient[]> ClientsAsync()
    {
        List<LabClient> clients = [];
        foreach (var client in options.Clients)
        {
            try
            {
                await client.VersionAsync();
                clients.Add(client);
            }
            catch (InvalidOperationException exception)
            {
                await output.WriteLineAsync($"{client.Name} is left out: {exception.Message}");
            }
        }

        return [.. clients];
    }

    private async Task<int> MeasureAsync(LabClient[] clients, DirectoryInfo folder)
    {
        using var network = new LabNetwork(new KernelTimes(speed: 1));
        await network.StartAsync();
        return await new HabitRun(clients, output).RunAsync(network, folder) ? 0 : NotGoodEnough;
    }

    private async Task<int> SufferAsync(LabClient[] clients, DirectoryInfo folder)
    {
        using var network = new LabNetwork(new KernelTimes(options.Speed));
        await network.StartAsync();
        using var answering = new Answering(Manifest);
        using var room = new SemaphoreSlim(options.Together);
        using var start = new SemaphoreSlim(1);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(options.Seed, options.Runs)
                .SelectMany(seed => options.Faults.Select(fault => (fault, seed)))
                .Select(async each =>
                {
                    await room.WaitAsync();
                    await start.WaitAsync();
                    _ = Task.Delay(Apart).ContinueWith(_ => start.Release(), TaskScheduler.Default);
                    try
                    {
                        var place = folder.CreateSubdirectory($"{each.fault.Name}-{each.seed}");
                        var ordeals = await FaultRun.RunAsync(network, each.fault, clients, each.seed, place);
                        return await AnswerAsync(answering, ordeals, Path.Combine(place.FullName, "log"));
                    }
                    finally
                    {
                        room.Release();
                    }
                })
        );
        var table = new AnswerTable([.. answers.SelectMany(each => each)]);
        table.Write(output);
        return table.IsGoodEnough ? 0 : NotGoodEnough;
    }

    private async Task<IReadOnlyList<LabAnswer>> AnswerAsync(
        Answering answering,
        IReadOnlyList<Ordeal> ordeals,
        string log
    )
    {
        var answers = answering.Ask(log, ordeals);
        foreach (var answer in answers)
            await error.WriteLineAsync(
                $"{answer.Ordeal.Fault.Name} {answer.Ordeal.DeviceId}: {answer.Text}, {answer.Verdict}"
            );
        return answers;
    }
}
