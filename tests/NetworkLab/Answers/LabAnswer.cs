using IoTHubDisconnect;
using NetworkLab.Scenes;

namespace NetworkLab.Answers;

/// <summary>What the module says about what befell a device.</summary>
/// <param name="Ordeal">What it was.</param>
/// <param name="Given">The cause; null where it saw no disconnect.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Log">Where the log is.</param>
internal sealed record LabAnswer(Ordeal Ordeal, CauseName? Given, double Confidence, string Log)
{
    /// <summary>Whoever is surer than that had better be right.</summary>
    private const double Sure = 0.9;

    public Verdict Verdict =>
        Given is not { } cause
            ? Ordeal.Fault.MayPass
                ? Verdict.Right
                : Verdict.Wrong
            : Ordeal.Fault.Right.Contains(cause)
                ? Verdict.Right
                : Confidence <= Sure && IsOpen(cause)
                    ? Verdict.Honest
                    : Verdict.Wrong;

    public bool IsSureAndWrong => Verdict == Verdict.Wrong && Confidence > Sure;

    public string Text => Given is { } cause ? $"{cause} {Confidence:0.00}" : "no disconnect";

    private bool IsOpen(CauseName cause) =>
        Ordeal.Fault.Open.Count > 0 && (cause == CauseName.Unknown || Ordeal.Fault.Open.Contains(cause));
}
