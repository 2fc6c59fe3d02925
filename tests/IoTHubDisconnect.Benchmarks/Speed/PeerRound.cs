using System.Globalization;
using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.Speed;

/// <summary>Ours and DuckDB on the same file, one after the other, so that what else the machine does hits both.</summary>
internal sealed class PeerRound
{
    private readonly ChildProcess ours;
    private readonly ChildProcess duckDb;

    private PeerRound(ChildProcess ours, ChildProcess duckDb, (double Ours, double DuckDb) whole)
    {
        this.ours = ours;
        this.duckDb = duckDb;
        Whole = whole;
    }

    /// <summary>Seconds of the later calls in a process.</summary>
    public (double Ours, double DuckDb) Warm => Later("seconds");

    /// <summary>Seconds of the first call in a process, compiling included.</summary>
    public (double Ours, double DuckDb) First => (ours.Figures("seconds")[0], duckDb.Figures("seconds")[0]);

    public (double Ours, double DuckDb) WarmProcessor => Later("processor");

    public (double Ours, double DuckDb) FirstProcessor =>
        (ours.Figures("processor")[0], duckDb.Figures("processor")[0]);

    /// <summary>Seconds from the start of a process to its end, for one call.</summary>
    public (double Ours, double DuckDb) Whole { get; }

    public static PeerRound Run(string file, int calls)
    {
        string count = calls.ToString(CultureInfo.InvariantCulture);
        ChildProcess ours = ChildProcess.Job(nameof(MeasureJob), file, count);
        ChildProcess duckDb = ChildProcess.Job(nameof(DuckDbJob), file, count);
        ChildProcess shell = Pwsh.Run(
            $"Import-Module {HostedModule.Quote(Checkout.Manifest)}; {MeasureJob.Command(file)}"
        );
        ChildProcess query = ChildProcess.Job(nameof(DuckDbJob), file, "1");
        return new PeerRound(ours, duckDb, (shell.Seconds, query.Seconds));
    }

    private (double Ours, double DuckDb) Later(string figure) =>
        (new Spread(ours.Figures(figure).Skip(1)).Median, new Spread(duckDb.Figures(figure).Skip(1)).Median);
}
