using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Causes;

/// <summary>The facts of one disconnect, and what they come to. It is found once, and handed on.</summary>
internal readonly ref struct Verdict
{
    private readonly DisconnectScope? _scope;

    /// <summary>Finds the cause.</summary>
    [MethodImpl(HotPath.Causes)]
    public Verdict(DeviceProfile device, int index, HubActivity hub, ResolveOptions options)
    {
        Facts = new DisconnectFacts(device, index, hub, options);
        (Cause, Confidence) = CauseResolver.Resolve(Facts);
        IsExpected = NormalOperation.Includes(Cause, device, index, hub);
    }

    /// <summary>Takes a cause over that was found before.</summary>
    public Verdict(DisconnectCause given)
    {
        var disconnect = given.Disconnect;
        Facts = new DisconnectFacts(disconnect.Profile, disconnect.Index, disconnect.Hub, given.Options);
        Cause = given.Cause;
        Confidence = given.Confidence;
        IsExpected = given.IsExpected;
        _scope = given.Scope;
    }

    public DisconnectFacts Facts { get; }

    /// <summary>What of the time is looked at that the disconnect cost; all of it serves as evidence.</summary>
    public ReportedTime Reported { get; private init; } = ReportedTime.All;

    public CauseName Cause { get; }

    /// <summary>How likely the cause is, 0 to 1.</summary>
    public double Confidence { get; }

    /// <summary>Whether it belongs to normal operation, outcome included.</summary>
    public bool IsExpected { get; }

    /// <summary>
    /// What there is to mend: the cause, or of an end that is normal by itself, what the hub refused the device for
    /// after it.
    /// </summary>
    public CauseName Trouble => !IsExpected && KeptOut.IsBy(Cause, Facts, out var refusals) ? refusals.Cause : Cause;

    public Verdict Within(ReportedTime reported) => this with { Reported = reported };

    /// <summary>How far the cause reaches.</summary>
    public DisconnectScope Scope => _scope ?? CauseResolver.ScopeOf(Cause, Facts);
}
