namespace AzureStandIn.Logs;

/// <summary>Where the log's own columns, such as properties_s, are.</summary>
public enum LogColumns
{
    /// <summary>Each is a column.</summary>
    Own,

    /// <summary>The table had 500 columns already, so they are members of AdditionalFields.</summary>
    Overflowed,
}
