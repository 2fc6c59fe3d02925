namespace IoTHubDisconnect.Alerts;

/// <summary>A time that a rule would have looked, and found something.</summary>
/// <param name="Index">Which look it is, from the first one on; those that found nothing are left out.</param>
/// <param name="Devices">How many devices it found.</param>
internal readonly record struct AlertLook(long Index, int Devices);
