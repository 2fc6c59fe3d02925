using System.Collections;
using System.Collections.ObjectModel;
using System.Globalization;

namespace IoTHubDisconnect.Connectivity;

/// <summary>Facts by name that read well where only text fits, such as a CSV cell.</summary>
internal sealed class FactList(IDictionary<string, object> facts) : ReadOnlyDictionary<string, object>(facts)
{
    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", this.Select(fact => $"{fact.Key}: {Text(fact.Value)}"));

    private static string Text(object value) =>
        value is IEnumerable and not string
            ? string.Join(", ", ((IEnumerable)value).Cast<object>().Select(Text))
            : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
