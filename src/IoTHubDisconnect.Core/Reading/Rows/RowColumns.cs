using System.Text;

namespace IoTHubDisconnect.Reading.Rows;

/// <summary>What the columns of a table or CSV file hold.</summary>
internal sealed class RowColumns
{
    private const int MostNamed = 40;

    private readonly RowField[] _fields;

    internal RowColumns(IReadOnlyList<string> names)
    {
        Names = names;
        _fields = new RowField[names.Count];
        for (var i = 0; i < names.Count; i++)
            _fields[i] = Field(names[i]);
    }

    /// <summary>Those of a table that says nothing of devices.</summary>
    internal static RowColumns None { get; } = new([]);

    /// <summary>As written.</summary>
    internal IReadOnlyList<string> Names { get; }

    internal int Count => _fields.Length;

    /// <summary>Whether any of the columns is one of a log.</summary>
    internal bool IsLog => Array.Exists(_fields, kind => kind.IsOfLog());

    /// <summary>Which needed column is not there and what to do about it; null where all are.</summary>
    internal string? Missing
    {
        get
        {
            var name =
                !Has(RowField.Time) ? "TimeGenerated"
                : !Has(RowField.OperationName) ? "OperationName"
                : !Has(RowField.Properties) && !Has(RowField.AdditionalFields) && !Has(RowField.DeviceId)
                    ? "properties_s"
                : null;
            return name is null
                ? null
                : $"no column {name} among "
                    + $"{string.Join(", ", Names.Take(MostNamed))}{(Count > MostNamed ? ", …" : "")}. "
                    + "Export the rows of AzureDiagnostics with TimeGenerated, ResourceId, OperationName, Category, "
                    + "ResultType and properties_s";
        }
    }

    /// <summary>What the header of the time column says of its zone; null where it says nothing.</summary>
    internal TimeColumnZone? Zone =>
        Names
            .Where((_, i) => _fields[i] == RowField.Time)
            .Select(TimeColumnZone.Of)
            .FirstOrDefault(zone => zone is not null);

    internal RowField this[int column] => _fields[column];

    internal bool Has(RowField field) => Array.IndexOf(_fields, field) >= 0;

    private static RowField Field(string name)
    {
        var unit = name.IndexOf('[');
        var plain = (unit < 0 ? name : name.AsSpan(0, unit)).Trim();
        Span<byte> utf8 = stackalloc byte[32];
        return Encoding.UTF8.TryGetBytes(plain, utf8, out var length) && length > 0
            ? RowFieldNames.OfRow(utf8[..length])
            : RowField.None;
    }
}
