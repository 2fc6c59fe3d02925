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

    /// <summary>How long it took; null where the step was skipped.</summary>
    public TimeSpan? Latency { get; internal init; }

    /// <summary>What is wrong, for scripts; null where nothing is.</summary>
    public ConnectivityFinding? Finding { get; internal init; }

    /// <summary>What was found, for people.</summary>
    public string Reason { get; }

    /// <summary>What to do; null where there is nothing to do.</summary>
    public string? Fix { get; internal init; }

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

    /// <inheritdoc/>
    public override string ToString() => $"{Step}{(Protocol is null ? "" : $" {Protocol}")}: {State}. {Reason}";
}
