namespace IoTHubDisconnect.Reports;

/// <summary>A sentence of a report's story.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="IsLead">Who reads no more than a few words should read this.</param>
internal readonly record struct StoryLine(string Text, bool IsLead = false);
