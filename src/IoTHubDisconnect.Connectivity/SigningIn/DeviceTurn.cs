using IoTHubDisconnect.Connectivity.Steps;

namespace IoTHubDisconnect.Connectivity.SigningIn;

/// <summary>
/// One protocol's turn with the device: a device has one connection at a time, whatever the protocol.
/// </summary>
/// <param name="turns">Shared by the protocols; one has it at a time.</param>
/// <param name="connectsAt">The step from which on the device is connected; null where it never is.</param>
/// <param name="cancellation">Signalled when the test is stopped.</param>
internal sealed class DeviceTurn(SemaphoreSlim turns, ConnectivityStep? connectsAt, CancellationToken cancellation)
    : IDisposable
{
    private bool _isTaken;

    /// <summary>
    /// Waits for the turn, where the step is the one that needs it. It lasts until this is disposed of.
    /// </summary>
    public async Task BeforeAsync(ConnectivityStep step, StepLine line)
    {
        if (step != connectsAt || line.IsBlocked)
            return;
        await turns.WaitAsync(cancellation).ConfigureAwait(false);
        _isTaken = true;
    }

    public void Dispose()
    {
        if (_isTaken)
            turns.Release();
        _isTaken = false;
    }
}
