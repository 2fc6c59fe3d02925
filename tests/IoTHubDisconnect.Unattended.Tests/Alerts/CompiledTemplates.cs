using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using IoTHubDisconnect.Tests;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Unattended.Tests.Alerts;

/// <summary>
/// Templates in both forms, and what Bicep's compiler and linter say of them, which take seconds to start.
/// </summary>
public sealed class CompiledTemplates : IDisposable
{
    /// <summary>A template that the linter does not like.</summary>
    public const string Unused = "param unused string";

    private static readonly string Compiler = typeof(CompiledTemplates)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "BicepCompiler")
        .Value!;

    private readonly LogFolder _folder = new();
    private readonly Dictionary<string, string> _files = [];
    private readonly string[] _said;

    public CompiledTemplates()
    {
        using var session = new Session();
        foreach (var parameters in Parameters)
        {
            _files.Add(parameters, _folder.PathOf($"{_files.Count}.bicep"));
            foreach (var file in new[] { _files[parameters], ArmFile(parameters) })
            {
                session
                    .Run(
                        $"New-DisconnectAlertRule $file {parameters} -WarningAction Ignore",
                        ("file", file),
                        ("log", Repository.PathOf("module/samples/insights-logs-connections")),
                        ("hub", TemplateTests.Hub),
                        ("workspace", TemplateTests.Workspace),
                        ("group", TemplateTests.ActionGroup)
                    )
                    .Clean();
            }
        }
        _files.Add(Unused, _folder.Write("unused.bicep", Unused));
        _said = Compile();
    }

    public static IReadOnlyList<string> Parameters { get; } =
    [
        "-ResourceId $hub -Threshold 7",
        "-ResourceId $workspace -Threshold 0 -Severity 0",
        "-ResourceId $hub, $workspace -Threshold 2147483647 -Severity 4 -ActionGroupId $group",
        "-ResourceId $hub -Threshold 7 -ActionGroupId ('a', 'b c', 'd''e', '${f}', '[g]' -replace '^', \"$group-\")",
        "-ResourceId $hub -Threshold 7 -WindowSize 5m -EvaluationFrequency 5m -TokenLifetime 90s",
        "-ResourceId $hub -Threshold 7 -WindowSize 45m -EvaluationFrequency 10m -TokenLifetime 45m",
        "-ResourceId $workspace -Threshold 7 -WindowSize 6h -EvaluationFrequency 5h -TokenLifetime 24h",
        "-ResourceId $hub -Threshold 7 -WindowSize 24h -EvaluationFrequency 24h",
        "-ResourceId $workspace -Threshold 7 -WindowSize 24h -EvaluationFrequency 24h -TokenLifetime 24h",
        "-ResourceId $hub -Threshold 7 -TokenLifetime 72h",
        "-ResourceId $hub, $workspace -Threshold 7 -Name '[alert] ''one'' $ (two) \"three\"'",
        "-ResourceId $hub -Threshold 7 -Name '[Gerätealarm]'",
        "-Baseline (Get-DeviceDisconnect $log)",
        "-Baseline (Get-DeviceDisconnect $log) -ResourceId $workspace -AlertsPerWeek 0.5 -WindowSize 1h",
    ];

    /// <summary>What the compiler and the linter say of the template with these parameters.</summary>
    public IEnumerable<string> SaidOf(string parameters) =>
        _said.Where(line => line.StartsWith(_files[parameters] + "(", StringComparison.Ordinal));

    /// <summary>The Bicep template as it is compiled, without the compiler's name.</summary>
    public string CompiledOf(string parameters)
    {
        var template = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(_files[parameters], "json")))!.AsObject();
        template.Remove("metadata");
        return template.ToJsonString();
    }

    /// <summary>The ARM template.</summary>
    public string ArmOf(string parameters) => JsonNode.Parse(File.ReadAllText(ArmFile(parameters)))!.ToJsonString();

    public void Dispose() => _folder.Dispose();

    private string ArmFile(string parameters) => Path.ChangeExtension(_files[parameters], "arm.json");

    private string[] Compile()
    {
        var start = new ProcessStartInfo(Compiler, ["build", "--pattern", _folder.PathOf("*.bicep")]);
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return said.Split('\n');
    }
}
