namespace IoTHubDisconnect.Reading;

/// <summary>Which comes first where day and month are figures and the year comes last.</summary>
public enum LogDateOrder
{
    /// <summary>The month, as in the United States: 11/16/2026.</summary>
    MonthFirst,

    /// <summary>The day, as in most other countries: 16/11/2026.</summary>
    DayFirst,
}
