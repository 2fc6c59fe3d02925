using IoTHubDisconnect;
using NetworkLab.Answers;
using NetworkLab.Clients;
using NetworkLab.Faults;
using NetworkLab.Scenes;

namespace NetworkLab.Tests;

/// <summary>What an answer is worth, and when all of them are good enough.</summary>
public sealed class VerdictTests
{
    [Theory]
    [InlineData("unplugged", CauseName.NetworkLost, 0.5, "Right")]
    [InlineData("unplugged", CauseName.DeviceRestarted, 0.5, "Wrong")]
    [InlineData("unplugged", CauseName.Unknown, 0.5, "Wrong")]
    [InlineData("unplugged", null, 0, "Wrong")]
    [InlineData("flap", null, 0, "Right")]
    [InlineData("frozen", CauseName.NetworkLost, 0.99, "Right")]
    [InlineData("frozen", CauseName.DeviceRestarted, 0.9, "Honest")]
    [InlineData("frozen", CauseName.DeviceRestarted, 0.91, "Wrong")]
    [InlineData("frozen", CauseName.Unknown, 0.6, "Honest")]
    [InlineData("frozen", CauseName.IdleTimeout, 0.6, "Wrong")]
    public void An_answer_is_right_honest_or_wrong(string fault, CauseName? given, double confidence, string verdict) =>
        Assert.Equal(verdict, $"{Answer(fault, given, confidence).Verdict}");

    [Fact]
    public void The_table_counts_each_client_and_names_what_is_wrong()
    {
        var table = new AnswerTable([
            Answer("crash", CauseName.DeviceRestarted, 0.6),
            Answer("crash", CauseName.ConnectionReset, 0.95),
            Answer("frozen", CauseName.Unknown, 0.5),
        ]);
        var text = new StringWriter();
        table.Write(text);

        Assert.False(table.IsGoodEnough);
        Assert.Contains(
            "| the program dies and is started again | `DeviceRestarted` | 1 of 2, 0.78 ConnectionReset 1 |",
            text.ToString()
        );
        Assert.Contains(
            "| the program is stopped for minutes | `NetworkLost` | 1 of 1, 0.50 Unknown 1 |",
            text.ToString()
        );
        Assert.Contains("crash, mosquitto_sub: ConnectionReset 0.95 (log)", text.ToString());
        Assert.Contains("2 of 3 right or honest, of these 1 honest; 1 surer than 0.9 and wrong.", text.ToString());
    }

    private static LabAnswer Answer(string fault, CauseName? given, double confidence) =>
        new(
            new Ordeal(
                LabFault.All.Single(each => each.Name == fault),
                LabClient.All[0],
                "device-1",
                DateTimeOffset.UnixEpoch,
                DateTimeOffset.UnixEpoch
            ),
            given,
            confidence,
            "log"
        );
}
