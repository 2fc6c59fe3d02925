using System.Globalization;
using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.Speed;

/// <summary>
/// Ours and DuckDB on the same file, one after the other, so that what else the machine does hits both.
/// </summary>
internal sealed class PeerRound
{
    private readonly ChildProcess _ours;
    private readonly ChildProcess _duckDb;

    private PeerRound(ChildProcess ours, ChildProcess duckDb, (double Ours, double DuckDb) whole)
    {
        _ours = ours;
        _duckDb = duckDb;
        Whole = whole;
    }

    /// <summary>Seconds of the later calls in a process.</summary>
    public (double Ours, double DuckDb) Warm => Later("seconds");

    /// <summary>Seconds of the first call in a process, compiling included.</summary>
    public (double Ours, double DuckDb) First => (_ours.Figures("seconds")[0], _duckDb.Figures("seconds")[0]);

    public (double Ours, double DuckDb) WarmProcessor => Later("processor");

    public (double Ours, double DuckDb) FirstProcessor =>
        (_ours.Figures("processor")[0], _duckDb.Figures("processor")[0]);

    /// <summary>Seconds from the start of a process to its end, for one call.</summary>
    public (double Ours, double DuckDb) Whole { get; }

    public static PeerRound Run(string file, int calls)
    {
        var count = calls.ToString(CultureInfo.InvariantCulture);
        var ours = ChildProcess.Job(nameof(MeasureJob), file, count);
        var duckDb = ChildProcess.Job(nameof(DuckDbJob), file, count);
        var shell = Pwsh.Run($"Import-Module {HostedModule.Quote(Checkout.Manifest)}; {MeasureJob.Command(file)}");
        var query = ChildProcess.Job(nameof(DuckDbJob), file, "1");
        return new PeerRound(ours, duckDb, (shell.Seconds, query.Seconds));
    }

    private (double Ours, double DuckDb) Later(string figure) =>
        (new Spread(_ours.Figures(figure).Skip(1)).Median, new Spread(_duckDb.Figures(figure).Skip(1)).Median);
}
