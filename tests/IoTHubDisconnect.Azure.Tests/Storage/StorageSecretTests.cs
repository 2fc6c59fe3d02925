using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Internal;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.Storage;

/// <summary>A shared access signature is a password: it shows nowhere, whatever happens.</summary>
[Collection(nameof(LogContainers))]
public sealed class StorageSecretTests(LogContainers containers)
{
    [Theory]
    [InlineData(LogContainers.Fleet, "Reading", 0)]
    [InlineData(LogContainers.Fleet, "An outage", 500)]
    [InlineData(LogContainers.Fleet, "A refusal", 403)]
    [InlineData(LogContainers.Fleet, "A blob that is gone", 404)]
    [InlineData("nowhere", "No container", 0)]
    [InlineData("", "No container's address", 0)]
    public void Shows_in_no_stream(string container, string what, int status)
    {
        using var session = containers.Open();
        var bad = 0;
        containers.Proxy.Fault = request =>
            status != 0 && request.IsDownload && (status != 500 || Interlocked.Increment(ref bad) < 4)
                ? new ProxyFault
                {
                    Answer = (
                        status,
                        status == 404 ? "BlobNotFound" : "Mishap",
                        "The signature of the request was ..."
                    ),
                }
                : ProxyFault.None;

        var outcome = session.Run(
            "Get-DeviceDisconnect -StorageContainerUri $container -StartTime 2026-11-16T10:00Z -EndTime "
                + "2026-11-16T11:00Z -Verbose -Debug",
            ("container", containers.UriOf(container, containers.Sas))
        );

        var said = string.Join('\n', Lines(outcome));
        var signature = containers.Sas[(containers.Sas.IndexOf("sig=", StringComparison.Ordinal) + 4)..];
        Assert.True(said.Length > 100, $"{what}: nothing was said.");
        Assert.DoesNotContain(signature, said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Uri.UnescapeDataString(signature), said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("sig=", said, StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<string?> Lines(Outcome outcome)
    {
        var streams = outcome.Streams;
        foreach (
            var stream in new IEnumerable[]
            {
                outcome.Output,
                streams.Verbose,
                streams.Debug,
                streams.Warning,
                streams.Information,
                streams.Progress.Select(p => p.StatusDescription),
            }
        )
        foreach (var item in stream)
            yield return $"{item}";
        foreach (var error in outcome.Errors.Append(outcome.Thrown?.ErrorRecord).OfType<ErrorRecord>())
        {
            yield return $"{error} {error.TargetObject} {error.ErrorDetails?.Message} "
                + $"{error.ErrorDetails?.RecommendedAction}";
            for (var exception = error.Exception; exception is not null; exception = exception.InnerException)
                yield return $"{exception} {string.Join(' ', exception.Data.Values.Cast<object>())}";
        }
    }
}
