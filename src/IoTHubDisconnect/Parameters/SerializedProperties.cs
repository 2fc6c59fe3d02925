using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// The properties of an object that came back from a file or another session. By how deep it was written, a property is
/// what it was, an object that has lost its type, or text.
/// </summary>
internal readonly struct SerializedProperties(PSObject source)
{
    private const string Prefix = "Deserialized.";

    /// <summary>Whether an object is what a type's objects come back as.</summary>
    public static bool AreOf<T>(object? value) =>
        value is PSObject { TypeNames: var names } && names.Contains(Prefix + typeof(T).FullName);

    public string? Text(string name) =>
        this[name] is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    public string Needed(string name) => Text(name) is { Length: > 0 } text ? text : throw Lacks(name);

    public int? Number(string name) =>
        Text(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public double Fraction(string name) =>
        this[name] is double value ? value : double.Parse(Needed(name), CultureInfo.InvariantCulture);

    public bool Flag(string name) => this[name] is bool value ? value : bool.Parse(Needed(name));

    public TimeSpan? Span(string name) =>
        this[name] is TimeSpan value ? value
        : Text(name) is { Length: > 0 } text ? TimeSpan.Parse(text, CultureInfo.InvariantCulture)
        : null;

    /// <summary>A moment, UTC; null where it is not there.</summary>
    public DateTimeOffset? Moment(string name) =>
        this[name] switch
        {
            null => null,
            DateTimeOffset moment => moment,
            DateTime moment => new DateTimeOffset(moment.ToUniversalTime()),
            _ => DateTimeOffset.Parse(Needed(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        };

    /// <summary>The value of an enumeration, by its name: numbers may differ from version to version.</summary>
    public T Name<T>(string name)
        where T : struct, Enum =>
        source.Properties[name]?.Value?.ToString() is { Length: > 0 } text ? Enum.Parse<T>(text) : throw Lacks(name);

    /// <summary>The items of a list, which are objects or their text; what cannot be read is left out.</summary>
    public IEnumerable<T> Items<T>(string name, Func<SerializedProperties, T> read, Func<string, T?> parse)
        where T : class
    {
        var items = this[name] is IEnumerable list and not string ? list : Text(name)?.Split("; ") ?? [];
        return items
            .Cast<object?>()
            .Select(item => item is PSObject { BaseObject: PSCustomObject } value ? read(new(value)) : parse($"{item}"))
            .OfType<T>();
    }

    private object? this[string name] =>
        source.Properties[name]?.Value switch
        {
            PSObject { BaseObject: PSCustomObject } value => value,
            PSObject value => value.BaseObject,
            var value => value,
        };

    private PSInvalidCastException Lacks(string name) => new($"'{source}' came back without its {name}.");
}
