using NetworkLab.Answers;
using NetworkLab.Clients;
using NetworkLab.Faults;
using NetworkLab.Network;
using NetworkLab.Scenes;

namespace NetworkLab;

/// <summary>Clients times faults times runs, in the lab's own network.</summary>
internal sealed class LabRun(LabOptions options, TextWriter output, TextWriter error)
{
    /// <summary>True where the answers are good enough.</summary>
    public async Task<bool> RunAsync()
    {
        LabClient[] clients = [.. LabClient.All.Where(client => IsNamed(options.Clients, client.Name))];
        LabFault[] faults = [.. LabFault.All.Where(fault => IsNamed(options.Faults, fault.Name))];
        using var network = new LabNetwork(new KernelTimes(options.Speed));
        await network.StartAsync();
        await Task.WhenAll(clients.Select(client => client.VersionAsync()));
        var folder = options.RowFolder is { } named
            ? Directory.CreateDirectory(named)
            : Directory.CreateTempSubdirectory("network-lab-");
        using var answering = new Answering(Manifest);
        using var room = new SemaphoreSlim(options.Together);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(options.Seed, options.Runs)
                .SelectMany(seed => faults.Select(fault => (fault, seed)))
                .Select(async each =>
                {
                    var (fault, seed) = each;
                    await room.WaitAsync();
                    try
                    {
                        var place = folder.CreateSubdirectory($"{fault.Name}-{seed}");
                        var ordeals = await Scene.RunAsync(network, fault, clients, seed, place);
                        var given = answering.Ask(Path.Combine(place.FullName, "log"), ordeals);
                        foreach (var answer in given)
                            await error.WriteLineAsync(
                                $"{fault.Name} {seed} {answer.Ordeal.Client.Name}: {answer.Text}, {answer.Verdict}"
                            );
                        return given;
                    }
                    finally
                    {
                        room.Release();
                    }
                })
        );
        var table = new AnswerTable([.. answers.SelectMany(each => each)]);
        table.Write(output);
        if (options.RowFolder is null)
            folder.Delete(recursive: true);
        return table.IsGoodEnough;
    }

    private static string Manifest => Path.Combine(NodeClient.Folder, "..", "..", "IoTHubDisconnect.psd1");

    private static bool IsNamed(IReadOnlyList<string> names, string name) => names.Count == 0 || names.Contains(name);
}
