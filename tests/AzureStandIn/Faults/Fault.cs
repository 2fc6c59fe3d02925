namespace AzureStandIn.Faults;

/// <summary>When to misbehave, and how.</summary>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>The service; null for every one.</summary>
    public AzureService? Service { get; init; }

    /// <summary>Text that the request's path must contain, in any case of letters; null for any path.</summary>
    public string? PathContains { get; init; }

    /// <summary>Text that the query must contain; null for any.</summary>
    public string? QueryContains { get; init; }

    /// <summary>Fitting requests that pass before the first that meets the fault.</summary>
    public int After { get; init; }

    /// <summary>Requests that meet the fault.</summary>
    public int Times { get; init; } = int.MaxValue;

    /// <summary>How long after the first such request it ends; null for never.</summary>
    public TimeSpan? Lasts { get; init; }

    /// <summary>Seconds for the Retry-After header; null for none.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The WWW-Authenticate header; null for none.</summary>
    public string? Challenge { get; init; }

    /// <summary>Where in the body a cut comes, from 0 to 1.</summary>
    public double Position { get; init; } = 0.5;

    /// <summary>
    /// For <see cref="FaultKind.SlowBody"/>: the pause between two pieces of the body, of which there are sixteen.
    /// </summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>For <see cref="FaultKind.PartialResult"/>: the rows that do come.</summary>
    public int Rows { get; init; } = 1;
}
