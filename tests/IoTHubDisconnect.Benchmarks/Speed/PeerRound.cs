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
    private readonly ChildProcess _pwsh;

    private PeerRound(ChildProcess ours, ChildProcess duckDb, ChildProcess pwsh)
    {
        _ours = ours;
        _duckDb = duckDb;
        _pwsh = pwsh;
    }

    /// <summary>Seconds of the later calls in a process.</summary>
    public (double Ours, double DuckDb) Warm => Later("seconds");

    /// <summary>Seconds of the first call in pwsh, compiling included, and of DuckDB's in its process.</summary>
    public (double Ours, double DuckDb) First => (_pwsh.Figures("seconds")[0], _duckDb.Figures("seconds")[0]);

    public (double Ours, double DuckDb) WarmProcessor => Later("processor");

    public static PeerRound Run(string file, int calls)
    {
        var count = calls.ToString(CultureInfo.InvariantCulture);
        var ours = ChildProcess.Job(nameof(MeasureJob), file, count);
        var duckDb = ChildProcess.Job(nameof(DuckDbJob), file, count);
        var pwsh = Pwsh.Run(
            $"Import-Module {HostedModule.Quote(Checkout.Manifest)}; "
                + $"$call = Measure-Command {{ {MeasureJob.Command(file)} }}; "
                + "\"seconds=$($call.TotalSeconds.ToString([cultureinfo]::InvariantCulture))\""
        );
        return new PeerRound(ours, duckDb, pwsh);
    }

    private (double Ours, double DuckDb) Later(string figure) =>
        (new Spread(_ours.Figures(figure).Skip(1)).Median, new Spread(_duckDb.Figures(figure).Skip(1)).Median);
}
