using System.Collections.ObjectModel;

namespace IoTHubDisconnect;

/// <summary>How one step of a connectivity test went, and what to do if it did not go well.</summary>
public sealed class ConnectivityTestResult
{
    internal ConnectivityTestResult(string hubName, ConnectivityStep step, CheckState state, string reason)
    {
        HubName = hubName;
        Step = step;
        State = state;
        Reason = reason;
    }

    private ConnectivityTestResult(ConnectivityTestResult other)
        : this(other.HubName, other.Step, other.State, other.Reason)
    {
        DeviceId = other.DeviceId;
        ModuleId = other.ModuleId;
        Protocol = other.Protocol;
        Endpoint = other.Endpoint;
        Latency = other.Latency;
        Finding = other.Finding;
        Fix = other.Fix;
        AlsoSkipped = other.AlsoSkipped;
        HelpUri = other.HelpUri;
        Detail = other.Detail;
        Time = other.Time;
        Round = other.Round;
    }

    /// <summary>The hub's name.</summary>
    public string HubName { get; }

    /// <summary>The device; null where no device was tested.</summary>
    public string? DeviceId { get; internal init; }

    /// <summary>The module; null for the device itself.</summary>
    public string? ModuleId { get; internal init; }

    /// <summary>The step.</summary>
    public ConnectivityStep Step { get; }

    /// <summary>The protocol; null for a step that belongs to none.</summary>
    public ConnectivityProtocol? Protocol { get; internal init; }

    /// <summary>The host, with the port where it matters.</summary>
    public string Endpoint { get; internal init; } = "";

    /// <summary>How it went.</summary>
    public CheckState State { get; }

    /// <summary>How long it took; null where the step was skipped, and for a verdict.</summary>
    public TimeSpan? Latency { get; internal init; }

    /// <summary>What is wrong, for scripts; null where nothing is.</summary>
    public ConnectivityFinding? Finding { get; internal init; }

    /// <summary>What was found, for people.</summary>
    public string Reason { get; }

    /// <summary>What to do; null where there is nothing to do.</summary>
    public string? Fix { get; internal init; }

    /// <summary>The steps after this one that were skipped for the same reason; empty for most.</summary>
    public TextList<ConnectivityStep> AlsoSkipped { get; internal init; } = new([]);

    /// <summary>The page to read; null where there is nothing to do.</summary>
    public Uri? HelpUri { get; internal init; }

    /// <summary>
    /// What was measured, by name: addresses, TLS version, certificates, the hub's error code. Never a secret.
    /// </summary>
    public ReadOnlyDictionary<string, object> Detail { get; internal init; } = ReadOnlyDictionary<string, object>.Empty;

    /// <summary>When the step was over, UTC.</summary>
    public DateTimeOffset Time { get; } = DateTimeOffset.UtcNow;

    /// <summary>The round that it belongs to, from 1.</summary>
    public int Round { get; internal init; } = 1;

    /// <summary>Another result of the round has told the same, with what to do.</summary>
    internal bool IsRepeated { get; private init; }

    /// <summary>This step, with the steps that were skipped after it.</summary>
    internal ConnectivityTestResult With(IEnumerable<ConnectivityStep> alsoSkipped) =>
        new(this) { AlsoSkipped = new([.. alsoSkipped]) };

    /// <summary>This result, with what to do as it is known when all are through.</summary>
    internal ConnectivityTestResult With(string? fix, bool isRepeated) =>
        new(this) { Fix = fix, IsRepeated = isRepeated };

    /// <inheritdoc/>
    public override string ToString() => $"{Step}{(Protocol is null ? "" : $" {Protocol}")}: {State}. {Reason}";
}
