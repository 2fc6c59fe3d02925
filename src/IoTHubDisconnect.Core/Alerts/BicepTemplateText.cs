using System.Globalization;
using System.Text;

namespace IoTHubDisconnect.Alerts;

/// <summary>Writes a template in Bicep.</summary>
internal static class BicepTemplateText
{
    public static string Write(AlertTemplate template)
    {
        var text = new StringBuilder(
            $"""
            @description('The region that evaluates the rules.')
            param location string = resourceGroup().location

            @description('The action groups that are told.')
            param actionGroupIds array = {Value(template.ActionGroups.ToArray<object>(), "")}

            @description('0 is the severest, 4 the mildest.')
            @minValue(0)
            @maxValue(4)
            param severity int = {template.Rules[0].Rule.Severity}

            var query = '''
            {template.Query}'''

            """.ReplaceLineEndings("\n")
        );
        for (var i = 0; i < template.Rules.Count; i++)
        {
            var (rule, scope) = template.Rules[i];
            text.Append(
                CultureInfo.InvariantCulture,
                $"\nresource rule{i + 1} '{AlertTemplate.ResourceType}@{AlertTemplate.ApiVersion}' = "
                    + $"{Value(template.Resource(rule, scope), "")}\n"
            );
        }
        return text.ToString();
    }

    private static string Value(object value, string indent) =>
        value switch
        {
            TemplateObject members =>
                $"{{\n{string.Concat(members.Select(m => Member(m.Key, m.Value, indent)))}{indent}}}",
            object[] { Length: 0 } => "[]",
            object[] items =>
                $"[\n{string.Concat(items.Select(i => $"{indent}  {Value(i, indent + "  ")}\n"))}{indent}]",
            TemplateReference reference => reference.Name,
            string literal => $"'{literal.Replace("\\", "\\\\").Replace("'", "\\'").Replace("${", "\\${")}'",
            bool truth => truth ? "true" : "false",
            int number => number.ToString(CultureInfo.InvariantCulture),
            _ => throw new ArgumentException($"A template holds no {value.GetType()}.", nameof(value)),
        };

    private static string Member(string key, object value, string indent) =>
        $"{indent}  {key}: {Value(value, indent + "  ")}\n";
}
