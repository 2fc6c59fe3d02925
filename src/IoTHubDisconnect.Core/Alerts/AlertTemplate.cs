using System.Xml;

namespace IoTHubDisconnect.Alerts;

/// <summary>What a template says, whatever it is written in.</summary>
/// <param name="Rules">The rules with their scopes.</param>
/// <param name="Query">The query that they all run.</param>
/// <param name="ActionGroups">Whom they tell.</param>
internal sealed record AlertTemplate(
    IReadOnlyList<(DisconnectAlertRule Rule, AlertScope Scope)> Rules,
    AlertQuery Query,
    IReadOnlyList<string> ActionGroups
)
{
    public const string ResourceType = "Microsoft.Insights/scheduledQueryRules";

    /// <summary>The stable version that every cloud and every Bicep compiler in use knows.</summary>
    public const string ApiVersion = "2023-12-01";

    public TemplateObject Resource(DisconnectAlertRule rule, AlertScope scope) =>
        new()
        {
            { "name", rule.Name },
            { "location", TemplateReference.Parameter("location") },
            { "kind", "LogAlert" },
            { "properties", Properties(rule, scope) },
        };

    private TemplateObject Properties(DisconnectAlertRule rule, AlertScope scope) =>
        new()
        {
            { "displayName", rule.Name },
            { "description", Description(rule, scope) },
            { "enabled", true },
            { "severity", TemplateReference.Parameter("severity") },
            { "scopes", new object[] { rule.ResourceId } },
            { "evaluationFrequency", XmlConvert.ToString(rule.EvaluationFrequency) },
            { "windowSize", XmlConvert.ToString(rule.WindowSize) },
            { "overrideQueryTimeRange", XmlConvert.ToString(Query.Range) },
            { "autoMitigate", rule.AutoMitigate },
            {
                "criteria",
                new TemplateObject { { "allOf", new object[] { Condition(rule, scope) } } }
            },
            {
                "actions",
                new TemplateObject { { "actionGroups", TemplateReference.Parameter("actionGroupIds") } }
            },
        };

    private static string Description(DisconnectAlertRule rule, AlertScope scope) =>
        $"More than {rule.Threshold} devices of {(scope.IsWorkspace ? "a hub" : scope.Name)} were disconnected in "
        + XmlConvert.ToString(rule.WindowSize)
        + (
            rule.TokenLifetime.Count > 0
                ? ". Orderly closes, token renewals and token expiries on schedule are not counted."
                : ". Orderly closes and token renewals are not counted."
        )
        + (
            rule.AutoMitigate
                ? ""
                : " An alert stays open until somebody closes it: Azure resolves none of a daily rule."
        );

    private static TemplateObject Condition(DisconnectAlertRule rule, AlertScope scope) =>
        new()
        {
            { "query", TemplateReference.Variable("query") },
            { "metricMeasureColumn", "Devices" },
            { "timeAggregation", "Total" },
            // An alert of a workspace's rule is about the hub that it tells of.
            { "resourceIdColumn", scope.IsWorkspace ? "_ResourceId" : null },
            {
                "dimensions",
                scope.IsWorkspace
                    ? new object[]
                    {
                        new TemplateObject
                        {
                            { "name", "Hub" },
                            { "operator", "Include" },
                            { "values", new object[] { "*" } },
                        },
                    }
                    : null
            },
            { "operator", "GreaterThan" },
            { "threshold", rule.Threshold },
            {
                "failingPeriods",
                new TemplateObject { { "numberOfEvaluationPeriods", 1 }, { "minFailingPeriodsToAlert", 1 } }
            },
        };
}
