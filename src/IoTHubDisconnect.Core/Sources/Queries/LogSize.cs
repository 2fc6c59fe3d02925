namespace IoTHubDisconnect.Sources.Queries;

/// <summary>How large a log is before any of it is read.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Kinds">Its packed rows, which the service estimates to within some percent.</param>
/// <param name="Text">The length of the properties of all rows.</param>
internal readonly record struct LogSize(long Rows, long Kinds, long Text)
{
    // What a packed row has besides its properties, most of which is the hub's resource id, and
    // how JSON's escapes make those longer.
    private const int Frame = 300;
    private const double Escapes = 1.25;

    /// <summary>The digits of a time and its comma.</summary>
    private const int Time = 15;

    /// <summary>The length of the packed rows, in bytes.</summary>
    public double Bytes => Rows == 0 ? 0 : Kinds * (Frame + Escapes * Text / Rows) + (double)Rows * Time;

    /// <exception cref="InvalidDataException">The answer has other columns.</exception>
    public static LogSize Of(QueryTable answer)
    {
        long Figure(string column) => answer.Cell(answer.Rows[0], column).GetInt64();
        return answer.Rows.Count == 0
            ? default
            : new LogSize(Figure(nameof(Rows)), Figure(nameof(Kinds)), Figure(nameof(Text)));
    }
}
