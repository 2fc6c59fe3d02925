namespace IoTHubDisconnect.Knowledge;

/// <summary>The texts of one entry in one language.</summary>
/// <param name="Summary">The meaning in one line.</param>
/// <param name="Meaning">The meaning in full.</param>
/// <param name="Steps">What to do, one thing a step.</param>
internal sealed record EntryText(string Summary, string Meaning, IReadOnlyList<string> Steps);
