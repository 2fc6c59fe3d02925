using Microsoft.Extensions.Hosting;

namespace AzureStandIn.Hosting;

/// <summary>
/// The server lives as long as its owner wants. The usual lifetime would take the process's signals for itself.
/// </summary>
internal sealed class OwnersLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
