using System.Globalization;

namespace IoTHubDisconnect.Causes;

/// <summary>Writes measured values the way a person reads them.</summary>
internal static class EvidenceText
{
    /// <summary>Seconds as <c>4.2 s</c>, <c>48:00</c> (minutes and seconds) or <c>1.02:30:00</c>.</summary>
    public static string Duration(double? seconds) => seconds switch
    {
        null => "not seen",
        < 60 => seconds.Value.ToString("0.0 's'", CultureInfo.InvariantCulture),
        < 36000 => FormattableString.Invariant($"{(int)(seconds.Value / 60)}:{(int)(seconds.Value % 60):00} min"),
        _ => TimeSpan.FromSeconds(Math.Floor(seconds.Value)).ToString("c", CultureInfo.InvariantCulture),
    };
}
