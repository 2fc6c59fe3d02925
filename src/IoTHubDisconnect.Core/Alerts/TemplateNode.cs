namespace IoTHubDisconnect.Alerts;

/// <summary>A template's value that is another's: a parameter or a variable.</summary>
internal sealed record TemplateReference(string Kind, string Name)
{
    public static TemplateReference Parameter(string name) => new("parameters", name);

    public static TemplateReference Variable(string name) => new("variables", name);
}

/// <summary>
/// A template's object: names with values, in order. Values are texts, numbers, truth values, references, arrays and
/// objects.
/// </summary>
internal sealed class TemplateObject : List<KeyValuePair<string, object>>
{
    public void Add(string name, object? value)
    {
        if (value is not null)
            Add(new KeyValuePair<string, object>(name, value));
    }
}
