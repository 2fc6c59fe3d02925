namespace FleetGenerator;

/// <summary>Whether a label is for a session's end or for a run of refused attempts.</summary>
public enum LabelKind
{
    /// <summary>A session ended.</summary>
    Closed,

    /// <summary>A run of refused attempts.</summary>
    Refused,
}

/// <summary>How far a cause reaches.</summary>
public enum Scope
{
    /// <summary>One device.</summary>
    Device,

    /// <summary>Two or more devices behind one masked address.</summary>
    Site,

    /// <summary>The hub.</summary>
    Hub,
}

/// <summary>The true cause of one disconnect.</summary>
/// <param name="HubName">The hub, in upper case.</param>
/// <param name="DeviceId">The device.</param>
/// <param name="ModuleId">The module; null for the device itself.</param>
/// <param name="Kind">A session's end or a run of refusals.</param>
/// <param name="Time">UTC; the end's or the run's first row.</param>
/// <param name="Cause">What caused it.</param>
/// <param name="Scope">How far that reaches.</param>
/// <param name="Sdk">The device's library, known to the simulator even where the log hides it.</param>
public sealed record Label(
    string HubName,
    string DeviceId,
    string? ModuleId,
    LabelKind Kind,
    DateTimeOffset Time,
    Cause Cause,
    Scope Scope,
    string Sdk
)
{
    /// <summary>Other answers that are right, because a log cannot tell them apart.</summary>
    public IReadOnlyList<Cause> AlsoRight { get; init; } = [];

    /// <summary>Whether the device was not back when the simulation ended, and should have been.</summary>
    public bool NeverBack { get; init; }
}
