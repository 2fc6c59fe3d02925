namespace FleetGenerator.Logs;

/// <summary>What the log does to the rows on their way. Shares are of all rows, from 0 to 1.</summary>
public sealed record LogArtefacts
{
    /// <summary>Rows that never arrive.</summary>
    public double LostShare { get; init; }

    /// <summary>Rows that arrive twice.</summary>
    public double DuplicateShare { get; init; }

    /// <summary>Rows that arrive up to hours late.</summary>
    public double LateShare { get; init; }

    /// <summary>True where the rows of a file are in order of arrival, false where in order of time.</summary>
    public bool MixedOrder { get; init; }

    /// <summary>True where times have no fraction.</summary>
    public bool WholeSeconds { get; init; }

    /// <summary>False where disconnect rows lack the SDK.</summary>
    public bool SdkOnDisconnect { get; init; } = true;

    /// <summary>False where no row names an SDK.</summary>
    public bool SdkAnywhere { get; init; } = true;

    /// <summary>Server errors that bear a text instead of their code.</summary>
    public double TextCodeShare { get; init; }

    /// <summary>Devices whose SDK arrives percent-encoded.</summary>
    public double PercentEncodedShare { get; init; }

    /// <summary>Rows whose resource id is not in upper case.</summary>
    public double LowerCaseShare { get; init; }

    /// <summary>Lines in the whole export that are no rows.</summary>
    public int BrokenLines { get; init; }
}
