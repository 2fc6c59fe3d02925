namespace IoTHubDisconnect.Reading;

/// <summary>The kinds of problem a log can have.</summary>
public enum LogProblemKind
{
    /// <summary>The path leads nowhere.</summary>
    PathNotFound,

    /// <summary>The folder holds no file that looks like a log.</summary>
    NoLogFiles,

    /// <summary>The file could not be opened or read to its end.</summary>
    Unreadable,

    /// <summary>The file has no content.</summary>
    EmptyFile,

    /// <summary>The content is none of the formats that are read.</summary>
    UnknownFormat,

    /// <summary>A CSV file lacks a column that is needed.</summary>
    MissingColumn,

    /// <summary>
    /// The times of a CSV file are of a zone that it does not name; they were taken as this machine's.
    /// </summary>
    UnknownTimeZone,

    /// <summary>Days and months of a file cannot be told apart, or come in both orders.</summary>
    AmbiguousDate,

    /// <summary>A row is not what its format demands.</summary>
    BrokenRow,

    /// <summary>A row is longer than any log row can be.</summary>
    RowTooLong,

    /// <summary>A row's time is no time.</summary>
    InvalidTime,

    /// <summary>A row lacks its device or its operation.</summary>
    IncompleteRow,

    /// <summary>Rows of other categories were passed over.</summary>
    OtherCategory,

    /// <summary>Rows are dated years away from all others; they were left out.</summary>
    FarTime,

    /// <summary>The log lacks rows or columns without which it cannot tell all.</summary>
    Incomplete,

    /// <summary>There are rows, and none of them can be read.</summary>
    NoReadableRow,
}
