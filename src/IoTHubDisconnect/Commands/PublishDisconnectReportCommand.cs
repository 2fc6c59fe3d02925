using System.Management.Automation;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Commands;

/// <summary>Puts a report into a storage container.</summary>
[Cmdlet(VerbsData.Publish, "DisconnectReport", SupportsShouldProcess = true)]
[OutputType(typeof(PublishedReport))]
public sealed class PublishDisconnectReportCommand : CancellableCmdlet
{
    private AzureWork? _azure;

    private AzureWork Azure => _azure ??= new AzureWork(this);

    /// <summary>The report's file.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("FullName", "PSPath", "LP")]
    public string LiteralPath { get; set; } = "";

    /// <summary>The container, or a folder in it; a shared access signature may be in its query.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNull]
    [FreeText]
    public Uri? StorageContainerUri { get; set; }

    /// <summary>The blob's name; slashes make folders. The file's name where not given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [FreeText]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var file = GivenFile.PathOf(this, LiteralPath);
        var name = Name?.Trim('/') ?? Path.GetFileName(file);
        var blob = $"{StorageContainerUri!.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{name}";
        try
        {
            using var content = PlainFile.OpenRead(file, Cancellation);
            if (!ShouldProcess(blob, $"Write {file}"))
                return;
            var container =
                DependencyContext.CreateAzureConnector().OpenShared(StorageContainerUri)
                ?? Azure.Connection.OpenContainer(StorageContainerUri);
            WriteObject(
                new PublishedReport(
                    name,
                    Azure.Wait(call => container.UploadAsync(name, content, ContentTypeOf(name), call)),
                    content.Length
                )
            );
        }
        catch (AzureException exception)
        {
            WriteError(exception.ToErrorRecord());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            WriteError(FileErrors.NotRead(LiteralPath, exception));
        }
    }

    private static string ContentTypeOf(string name) =>
        Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".html" or ".htm" => "text/html; charset=utf-8",
            ".md" => "text/markdown; charset=utf-8",
            ".csv" => "text/csv; charset=utf-8",
            _ => "application/octet-stream",
        };
}
