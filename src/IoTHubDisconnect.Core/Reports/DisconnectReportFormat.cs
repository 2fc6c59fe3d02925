namespace IoTHubDisconnect;

/// <summary>The forms a report comes in.</summary>
public enum DisconnectReportFormat
{
    /// <summary>One page for a browser, complete in itself.</summary>
    Html,

    /// <summary>Text with headings and tables, for tickets and chat.</summary>
    Markdown,

    /// <summary>The devices that need attention, one a line, for a spreadsheet.</summary>
    Csv,
}
