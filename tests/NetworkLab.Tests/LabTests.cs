using System.Globalization;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace NetworkLab.Tests;

/// <summary>A small part of the lab. Where no network can be made, the tests pass and their output says so.</summary>
public sealed partial class LabTests(ITestOutputHelper output)
{
    private const int Cells = 9;
    private const int MostWrong = 1;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_module_names_what_befalls_real_clients_in_a_real_network()
    {
        using var lab = new LabProcess(
            "--clients mosquitto_sub,mqtt.js,node-amqp --faults unplugged,wrong-key,twin-elsewhere --runs 1 --speed 30"
        );
        var (status, text) = await lab.EndAsync();
        output.WriteLine(text);
        if (status == LabCommand.NotPossible)
            return;

        var sum = Sum().Match(text);
        Assert.True(sum.Success, text);
        Assert.Equal(Cells, Number(sum.Groups["all"]));
        Assert.True(Number(sum.Groups["good"]) >= Cells - MostWrong, text);
    }

    [Fact]
    public async Task Nothing_stays_behind_of_a_lab_that_is_killed()
    {
        using var lab = new LabProcess("--clients mosquitto_sub --faults unplugged --runs 1");
        for (var began = DateTime.UtcNow; lab.Inhabitants < 5 && !lab.HasEnded; )
        {
            Assert.True(DateTime.UtcNow - began < Patience, "The lab does not begin.");
            await Task.Delay(100);
        }

        if (lab.HasEnded)
        {
            var (status, text) = await lab.EndAsync();
            output.WriteLine(text);
            Assert.Equal(LabCommand.NotPossible, status);
            return;
        }

        lab.Kill();
        for (var began = DateTime.UtcNow; lab.Inhabitants > 0; )
        {
            Assert.True(DateTime.UtcNow - began < Patience, $"{lab.Inhabitants} processes are left.");
            await Task.Delay(100);
        }
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<good>[0-9]+) of (?<all>[0-9]+) right or honest", RegexOptions.Multiline)]
    private static partial Regex Sum();
}
