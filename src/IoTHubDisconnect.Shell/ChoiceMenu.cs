using System.Collections.ObjectModel;
using System.Management.Automation.Host;

namespace IoTHubDisconnect.Shell;

/// <summary>The choices of one question: <c>[Y] Yes  [N] No  [?] Help (default is "Y"): </c></summary>
internal sealed class ChoiceMenu(Collection<ChoiceDescription> choices, int defaultChoice)
{
    private readonly (string Key, string Label, string Help)[] entries =
        [.. choices.Select(choice => (KeyOf(choice.Label), choice.Label.Replace("&", ""), choice.HelpMessage ?? ""))];

    public string Prompt =>
        string.Concat(entries.Select(entry => $"[{entry.Key}] {entry.Label}  ")) + "[?] Help" + DefaultHint + ": ";

    public string Help => string.Concat(entries.Select(entry => $"{entry.Key} - {entry.Help}{Environment.NewLine}"));

    private string DefaultHint => defaultChoice >= 0 ? $" (default is \"{entries[defaultChoice].Key}\")" : "";

    /// <summary>Returns null for an answer that is none of the choices, or no answer where there is no default.</summary>
    public int? Find(string answer)
    {
        if (answer.Length == 0)
            return defaultChoice >= 0 ? defaultChoice : null;

        int index = Array.FindIndex(entries, entry =>
            answer.Equals(entry.Key, StringComparison.CurrentCultureIgnoreCase)
            || answer.Equals(entry.Label, StringComparison.CurrentCultureIgnoreCase));
        return index < 0 ? null : index;
    }

    private static string KeyOf(string label)
    {
        int mark = label.IndexOf('&');
        return mark >= 0 && mark + 1 < label.Length ? char.ToUpperInvariant(label[mark + 1]).ToString() : label;
    }
}
