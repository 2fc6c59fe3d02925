using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;
using IoTHubDisconnect.Unattended.Tests.Types;

namespace IoTHubDisconnect.Unattended.Tests.Alerts;

/// <summary>What New-DisconnectAlertRule writes.</summary>
public sealed class TemplateTests : IDisposable
{
    internal const string Hub =
        "/subscriptions/6f1e2d3c-63b6-4000-8000-0123456789ab/resourceGroups/contoso-iot/providers"
        + "/Microsoft.Devices/IotHubs/contoso-eu";
    internal const string Workspace =
        "/subscriptions/6f1e2d3c-63b6-4000-8000-0123456789ab/resourceGroups/contoso-ops/providers"
        + "/Microsoft.OperationalInsights/workspaces/logs";
    internal const string ActionGroup =
        "/subscriptions/6f1e2d3c-63b6-4000-8000-0123456789ab/resourceGroups/contoso-ops/providers"
        + "/microsoft.insights/actionGroups/on-call";

    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    /// <summary>The version that is written, and the newest stable one.</summary>
    [Theory]
    [InlineData("2023-12-01")]
    [InlineData("2026-03-01")]
    public void A_template_is_of_its_resources_type(string apiVersion)
    {
        Write("alert.json");

        foreach (var resource in TemplateReader.ReadArm(Read("alert.json")))
        {
            Assert.Equal("2023-12-01", resource.ApiVersion);
            Assert.Empty(ResourceTypes.Check(resource.Type, apiVersion, resource.Body));
        }
    }

    [Fact]
    public void A_rule_says_what_was_asked_for()
    {
        var rules = Write(
            "alert.json",
            "-Severity 1 -WindowSize 30m -EvaluationFrequency 5m -Name '[alert] ''one'' $ two'"
        );

        var properties = TemplateReader.ReadArm(Read("alert.json")).ConvertAll(r => r.Body["properties"]!);
        Assert.Equal([Hub, Workspace], properties.Select(p => $"{p["scopes"]![0]}"));
        Assert.All(
            properties,
            p =>
                Assert.Equal(
                    ("PT30M", "PT5M", "PT2H", 1, ActionGroup),
                    (
                        $"{p["windowSize"]}",
                        $"{p["evaluationFrequency"]}",
                        $"{p["overrideQueryTimeRange"]}",
                        (int)p["severity"]!,
                        $"{p["actions"]!["actionGroups"]![0]}"
                    )
                )
        );
        Assert.All(
            properties.Zip(rules),
            p => Assert.Equal(p.Second.Query, $"{p.First["criteria"]!["allOf"]![0]!["query"]}")
        );
        Assert.Equal("[alert] 'one' $ two-contoso-eu", $"{TemplateReader.ReadArm(Read("alert.json"))[0].Body["name"]}");
        // A rule of a hub knows whose rows they are; one of a workspace takes the hub from a column.
        Assert.Equal(
            [null, "_ResourceId"],
            properties.Select(p => (string?)p["criteria"]!["allOf"]![0]!["resourceIdColumn"])
        );
        Assert.Null(properties[0]["criteria"]!["allOf"]![0]!["dimensions"]);
        Assert.Equal("Hub", $"{properties[1]["criteria"]!["allOf"]![0]!["dimensions"]![0]!["name"]}");
    }

    [Fact]
    public void A_file_is_overwritten_only_where_that_is_meant()
    {
        Write("alert.json");

        Assert.StartsWith("FileExists", Run("alert.json", "").TheError.FullyQualifiedErrorId);
        Assert.StartsWith("FolderNotFound", Run("missing/alert.json", "").TheError.FullyQualifiedErrorId);
        Assert.Empty(Run("alert.bicep", "-WhatIf").Output);
        Assert.False(File.Exists(_folder.PathOf("alert.bicep")));
        Write("alert.json", "-Force -Format Bicep");
        Assert.StartsWith("@description", Read("alert.json"));
    }

    [Theory]
    [InlineData("-EvaluationFrequency 1m", "ScheduleNotOffered")]
    [InlineData("-WindowSize 7m", "ScheduleNotOffered")]
    [InlineData("-WindowSize 15m -EvaluationFrequency 1h", "WindowTooShort")]
    [InlineData("-ActionGroupId on-call", "ParameterArgumentValidationError")]
    [InlineData("-ActionGroupId (, $group * 6)", "ParameterArgumentValidationError")]
    public void What_the_service_would_refuse_is_refused(string parameters, string id) =>
        Assert.StartsWith(id, Run("alert.json", parameters).TheError.FullyQualifiedErrorId);

    [Fact]
    public void Other_scopes_are_refused_one_by_one()
    {
        var outcome = _session.Run(
            "New-DisconnectAlertRule $file -ResourceId $hub, '/subscriptions/x' -Threshold 3",
            ("file", _folder.PathOf("alert.json")),
            ("hub", Hub)
        );

        Assert.StartsWith("NotAnAlertScope", outcome.TheError.FullyQualifiedErrorId);
        Assert.Single(outcome.Output);
    }

    [Fact]
    public void A_template_takes_a_name_once()
    {
        var outcome = _session.Run(
            "New-DisconnectAlertRule $file -ResourceId $one, \"$one/\", $other -Threshold 3",
            ("file", _folder.PathOf("alert.bicep")),
            ("one", Workspace),
            ("other", Workspace.Replace("contoso-ops", "fabrikam-ops", StringComparison.Ordinal))
        );

        Assert.StartsWith("AlertRuleNamedAlike", outcome.TheError.FullyQualifiedErrorId);
        Assert.Equal(Workspace, Assert.Single(outcome.As<DisconnectAlertRule>()).ResourceId);
    }

    /// <summary>Azure refuses a rule that is to resolve its alerts and looks less often than every 12 hours.</summary>
    [Theory]
    [InlineData("-WindowSize 6h -EvaluationFrequency 6h", true)]
    [InlineData("-WindowSize 24h -EvaluationFrequency 6h", true)]
    [InlineData("-WindowSize 24h -EvaluationFrequency 24h", false)]
    public void Alerts_are_resolved_by_who_may(string parameters, bool byAzure)
    {
        var outcome = Run("alert.json", parameters);

        Assert.All(outcome.As<DisconnectAlertRule>(), rule => Assert.Equal(byAzure, rule.AutoMitigate));
        foreach (var properties in TemplateReader.ReadArm(Read("alert.json")).Select(r => r.Body["properties"]!))
        {
            Assert.Equal(byAzure, (bool)properties["autoMitigate"]!);
            Assert.Equal(
                !byAzure,
                $"{properties["description"]}".Contains("until somebody closes it", StringComparison.Ordinal)
            );
        }
        Assert.Equal(
            byAzure ? 0 : 1,
            outcome.Warnings.Count(w => w.Contains("every 12 hours", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void An_empty_baseline_is_refused() =>
        Assert.StartsWith(
            "EmptyBaseline",
            _session
                .Run(
                    "@() | New-DisconnectAlertRule $file -ResourceId $hub",
                    ("file", _folder.PathOf("alert.json")),
                    ("hub", Hub)
                )
                .TheError.FullyQualifiedErrorId
        );

    [Theory]
    [InlineData("-TokenLifetime 72h")]
    [InlineData("-TokenLifetime 24h -WindowSize 24h")]
    public void A_token_that_lives_too_long_is_said_to_be_counted(string parameters)
    {
        var outcome = Run("alert.json", parameters);

        Assert.Contains("two days", Assert.Single(outcome.Warnings));
        var query = outcome.As<DisconnectAlertRule>()[0].Query;
        Assert.Contains("{ false }", query);
        Assert.Contains("orderly close.\n// Expired tokens are counted as well: ", query);
        Assert.All(
            TemplateReader.ReadArm(Read("alert.json")),
            r => Assert.DoesNotContain("expiries", $"{r.Body["properties"]!["description"]}")
        );
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private DisconnectAlertRule[] Write(string file, string parameters = "") =>
        Run(file, parameters).Clean().As<DisconnectAlertRule>();

    private Outcome Run(string file, string parameters) =>
        _session.Run(
            "New-DisconnectAlertRule $file -ResourceId $hub, $workspace -Threshold 7 "
                + $"{(parameters.Contains("ActionGroup", StringComparison.Ordinal) ? "" : "-ActionGroupId $group")} "
                + $"{parameters}",
            ("file", _folder.PathOf(file)),
            ("hub", Hub),
            ("workspace", Workspace),
            ("group", ActionGroup)
        );

    private string Read(string file) => File.ReadAllText(_folder.PathOf(file));
}
