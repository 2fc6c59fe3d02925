using IoTHubDisconnect.Connectivity.Steps;

namespace IoTHubDisconnect.Connectivity.Conversations;

/// <summary>A protocol, spoken over a secure connection. Each step throws where it fails.</summary>
internal interface IConversation : IAsyncDisposable
{
    /// <summary>
    /// The step from which on the device is connected, which it can be only once at a time; null where it never is.
    /// </summary>
    ConnectivityStep? ConnectsAt { get; }

    /// <summary>The greeting; without credentials as far as it goes without them.</summary>
    Task<StepOutcome> OpenAsync(CancellationToken cancellation);

    Task<StepOutcome> SignInAsync(CancellationToken cancellation);

    Task<StepOutcome> SendAsync(CancellationToken cancellation);

    Task<StepOutcome> ReadTwinAsync(CancellationToken cancellation);

    /// <summary>Leaves in the way that the other side expects.</summary>
    Task<StepOutcome> CloseAsync(CancellationToken cancellation);
}
