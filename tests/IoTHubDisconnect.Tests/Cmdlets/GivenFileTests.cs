using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Cmdlets;

/// <summary>What is wrong with a file to write or to send is told in words that fit the cmdlet.</summary>
public sealed class GivenFileTests : IDisposable
{
    private const string Rule =
        "New-DisconnectAlertRule -Threshold 1 -ResourceId /subscriptions/6f1e2d3c-63b6-4000-8000-0123456789ab"
        + "/resourceGroups/r/providers/Microsoft.Devices/IotHubs/contoso";
    private const string Publish = "Publish-DisconnectReport -StorageContainerUri 'http://127.0.0.1:9/a/b?sig=x'";

    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    [Theory]
    [InlineData($"{Rule} -Path Env:/x", "PathNotFileSystem", "Environment provider", "file system")]
    [InlineData($"{Rule} -Path $folder", "PathIsFolder", "is a folder", "name of a file")]
    [InlineData($"{Rule} -Path $folder -Force", "PathIsFolder", "is a folder", "name of a file")]
    [InlineData($"{Rule} -Path $folder/none/x", "FolderNotFound", "/none' is not there", "Create the folder")]
    [InlineData($"{Rule} -Path $log", "FileExists", "there already", "-Force")]
    [InlineData($"{Rule} -Path $long", "FileNotWritten", "too long", "may write")]
    [InlineData("Export-DisconnectReport $log Env:/x", "ReportNotOnFileSystem", "Environment provider", "file system")]
    [InlineData("Export-DisconnectReport $log $folder", "ReportIsFolder", "is a folder", "name of a file")]
    [InlineData("Export-DisconnectReport $log $long", "ReportNotWritten", "too long", "may write")]
    [InlineData($"{Publish} Env:/x", "PathNotFileSystem", "Environment provider", "file system")]
    [InlineData($"{Publish} $folder/none.html", "PathNotFound", "none.html", "Export-DisconnectReport")]
    [InlineData($"{Publish} $folder/none.html -WhatIf", "PathNotFound", "none.html", "Export-DisconnectReport")]
    [InlineData($"{Publish} $folder", "Unreadable", "denied", "is a file")]
    public void The_error_fits(string script, string id, string message, string action)
    {
        if (OperatingSystem.IsWindows() && script.Contains("$long"))
            return;
        var error = _session
            .Run(
                script,
                ("log", _folder.Write("log.json", TinyLog.Rows)),
                ("folder", _folder.Path),
                ("long", _folder.PathOf(new string('x', 300) + ".html"))
            )
            .TheError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId);
        Assert.Contains(message, error.ToString());
        Assert.Contains(action, error.ErrorDetails.RecommendedAction);
        Assert.DoesNotContain("Logs", error.ToString());
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }
}
