using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Cmdlets;

/// <summary>What is said beside the output. No rows is never just silence.</summary>
public sealed class StreamTests : IDisposable
{
    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    public static TheoryData<string> Readers => ["Get-DeviceDisconnect $log", "Measure-DisconnectCause $log"];

    [Theory]
    [MemberData(nameof(Readers))]
    public void Verbose_tells_what_was_read(string command)
    {
        var verbose = Run($"{command} -Verbose", TinyLog.Rows).Clean().Verbose;

        Assert.Contains(verbose, text => text.Contains("35 rows of 4 devices at 2 hubs from 1 file ("));
    }

    [Fact]
    public void Verbose_tells_how_many_disconnects_were_found() =>
        Assert.Contains("12 disconnects.", Run("Get-DeviceDisconnect $log -Verbose", TinyLog.Rows).Verbose);

    [Theory]
    [MemberData(nameof(Readers))]
    public void Nothing_is_said_unasked_when_all_is_well(string command)
    {
        var streams = Run(command, TinyLog.Rows).Clean().Streams;

        Assert.Empty(streams.Verbose);
        Assert.Empty(streams.Information);
        Assert.Empty(streams.Progress);
        Assert.Empty(streams.Debug);
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void Rows_of_other_categories_are_passed_over_with_a_warning(string command)
    {
        var other = TinyLog.Press.Connect("01:00").Replace("\"Connections\"", "\"D2CTwinOperations\"");

        var outcome = Run(command, [.. TinyLog.Rows, other, other]);

        Assert.NotEmpty(outcome.Output);
        Assert.Empty(outcome.Errors);
        var warning = Assert.Single(outcome.Warnings);
        Assert.Contains("line 36", warning);
        Assert.Contains("2 row(s)", warning);
        Assert.Contains("D2CTwinOperations", warning);
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void A_log_of_other_categories_alone_asks_for_the_diagnostic_setting(string command)
    {
        var outcome = Run(command, [TinyLog.Press.Connect("01:00").Replace("\"Connections\"", "\"Routes\"")]);

        Assert.Empty(outcome.Output);
        Assert.Contains(outcome.Warnings, warning => warning.Contains("diagnostic setting"));
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void A_log_without_disconnects_is_told_from_one_that_was_not_read(string command)
    {
        var outcome = Run(command, [TinyLog.Press.Connect("01:00")]);

        Assert.Empty(outcome.Output);
        Assert.Equal(
            "The log has 1 row from 2026-11-16 01:00:00Z to 2026-11-16 01:00:00Z and no disconnect among them.",
            Assert.Single(outcome.Warnings)
        );
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void A_filter_that_takes_nothing_is_told_from_a_log_that_has_nothing(string command)
    {
        var outcome = Run($"{command} -DeviceId nobody", TinyLog.Rows);

        Assert.Empty(outcome.Output);
        Assert.Contains(
            "no disconnect among them is of the hubs, devices, codes and period asked for",
            Assert.Single(outcome.Warnings)
        );
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private Outcome Run(string script, IEnumerable<string> rows) =>
        _session.Run(script, ("log", _folder.Write("log.json", rows)));
}
