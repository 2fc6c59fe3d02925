namespace IoTHubDisconnect.Sources.Queries;

/// <summary>Why an answer does not have all that was asked for.</summary>
/// <param name="Message">What the service says, or what is missing.</param>
/// <param name="Code">The service's code; null where it gave none.</param>
/// <param name="Alike">How many rows say the same whose times were too many for one list; 0
/// where that is not the reason.</param>
internal sealed record AnswerLack(string Message, string? Code = null, long Alike = 0);
