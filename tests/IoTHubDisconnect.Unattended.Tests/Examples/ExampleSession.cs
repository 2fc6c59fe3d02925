using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using FleetGenerator.Logs;
using IoTHubDisconnect.Tests;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Unattended.Tests.Examples;

/// <summary>
/// Real PowerShell, as one finds it at work: in a folder with logs, and with Azure in reach.
/// It runs examples one after the other.
/// </summary>
internal sealed class ExampleSession(ExampleCloud cloud) : IDisposable
{
    private const string Script = "tests/IoTHubDisconnect.Unattended.Tests/Examples/Invoke-Example.ps1";
    private const string ActionGroup =
        "/subscriptions/6f1e2d3c-63b6-4000-8000-0123456789ab/resourceGroups/fabrikam-iot"
        + "/providers/microsoft.insights/actionGroups/on-call";

    private readonly LogFolder _folder = new();
    private readonly LogFolder _tools = new();

    /// <summary>Puts something into the current folder.</summary>
    public void Link(string name, string target)
    {
        if (Directory.Exists(target))
            Directory.CreateSymbolicLink(_folder.PathOf(name), target);
        else
            File.CreateSymbolicLink(_folder.PathOf(name), target);
    }

    /// <summary>Runs examples.</summary>
    /// <param name="examples">What to run.</param>
    /// <param name="before">Runs before the first example of each page.</param>
    public Dictionary<Example, ExampleOutcome> Run(IReadOnlyList<Example> examples, string before)
    {
        _folder.Write("logs/log.json", ExampleFleet.OfContoso.Select(RowWriter.ToJson));
        var certificate = cloud.Application.Certificate!;
        _folder.Write("reader.pem", certificate.ExportCertificatePem(), KeyOf(certificate));
        var results = _tools.PathOf("results.json");
        var settings = _tools.Write(
            "settings.json",
            JsonSerializer.Serialize(
                new
                {
                    Folder = _folder.Path,
                    Results = results,
                    Before = before,
                    Examples = examples,
                    Variables,
                    Ports,
                    Cloud = cloud.Environment,
                    Hubs = cloud.Azure.Estate.Hubs.Select(hub => new
                    {
                        Id = $"{hub.Id}",
                        hub.Id.Name,
                        Resourcegroup = hub.Id.ResourceGroup,
                    }),
                }
            )
        );
        var programs = $"{WithAzureCli()}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        Pwsh.Run($"& '{Repository.PathOf(Script)}' '{settings}'", [.. cloud.Variables, ("PATH", programs)]).Clean();
        var outcomes = JsonSerializer.Deserialize<ExampleOutcome[]>(File.ReadAllText(results))!;
        return examples.Zip(outcomes).ToDictionary();
    }

    public void Dispose()
    {
        _folder.Dispose();
        _tools.Dispose();
    }

    private object Ports =>
        new
        {
            MqttPort = cloud.Hub.Mqtt.Number,
            AmqpPort = cloud.Hub.Amqp.Number,
            HttpsPort = cloud.Hub.Https.Number,
        };

    /// <summary>What examples leave to the reader to fill in.</summary>
    private object Variables =>
        new
        {
            id = cloud.WorkspaceId,
            workspace = $"{cloud.Azure.Estate.Workspaces[0].Id}",
            account = $"{cloud.Account.Id}",
            hub = $"{cloud.FabrikamProd.Id}",
            secret = cloud.Application.Secret,
            connectionString = cloud.Device,
            device = cloud.Device,
            onCall = ActionGroup,
            release = DateTimeOffset.UtcNow.AddDays(-2),
            incident = DateTimeOffset.UtcNow.AddDays(-1),
        };

    private string WithAzureCli()
    {
        var token = cloud.Azure.Tokens.Text(cloud.Azure.Tokens.Issue("https://api.loganalytics.us"));
        var answer = JsonSerializer.Serialize(
            new
            {
                accessToken = token,
                expiresOn = "2099-01-01 00:00:00.000000",
                tokenType = "Bearer",
            }
        );
        var program = _tools.Write("az", "#!/bin/sh", $"echo '{answer}'");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return _tools.Path;
    }

    private static string KeyOf(X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPrivateKey()!;
        return key.ExportPkcs8PrivateKeyPem();
    }
}
