using System.Globalization;
using System.Management.Automation;
using IoTHubDisconnect.Fleets.Recall;

namespace IoTHubDisconnect.Commands;

/// <summary>Makes disconnects and causes again of what they come back as from a file or another session.</summary>
internal static class SerializedDisconnect
{
    public static bool IsOne(object? value) => SerializedProperties.AreOf<DeviceDisconnect>(value);

    public static bool IsCause(object? value) => SerializedProperties.AreOf<DisconnectCause>(value);

    /// <summary>The disconnect, or that of the cause.</summary>
    /// <exception cref="PSInvalidCastException">Something of it is missing or cannot be read.</exception>
    public static DeviceDisconnect Restore(PSObject source)
    {
        try
        {
            var properties = new SerializedProperties(source);
            return Read(properties).Restore(IsCause(source) ? ReadCause(properties) : null);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            throw new PSInvalidCastException($"'{source}' cannot be read: {exception.Message}", exception);
        }
    }

    public static DisconnectCause RestoreCause(PSObject source)
    {
        var disconnect = Restore(source);
        return disconnect.Recalled!.Of(disconnect);
    }

    private static RecalledDisconnect Read(SerializedProperties source) =>
        new()
        {
            HubName = source.Text("HubName") ?? "",
            ResourceId = source.Text("ResourceId") ?? "",
            DeviceId = source.Needed("DeviceId"),
            ModuleId = source.Text("ModuleId"),
            Kind = source.Name<DisconnectKind>("Kind"),
            Time =
                source.Moment("UtcTime") ?? source.Moment("Time") ?? throw new FormatException("Its Time is missing."),
            Duration = source.Span("Duration"),
            Downtime = source.Span("Downtime"),
            ErrorCode = source.Number("ErrorCode"),
            ErrorName = source.Text("ErrorName"),
            RelatedErrorCode = source.Number("RelatedErrorCode"),
            Attempts = source.Number("Attempts"),
            Protocol = source.Text("Protocol"),
            AuthenticationType = source.Text("AuthenticationType"),
            SdkName = source.Text("SdkName"),
            SdkVersion = source.Text("SdkVersion"),
            MaskedIpAddress = source.Text("MaskedIpAddress"),
            FirstAttempt = source.Moment("UtcFirstAttempt"),
            LastRow = source.Moment("UtcLastRow"),
            EarlierConnectedAt = source.Moment("UtcEarlierConnectedAt"),
            TokenLifetime = source.Span("TokenLifetime"),
            LogStart = source.Moment("LogStart"),
            LogEnd = source.Moment("LogEnd"),
            LacksConnects = source.Text("LacksConnects") is { } lacks && bool.Parse(lacks),
        };

    private static RecalledCause ReadCause(SerializedProperties source) =>
        new()
        {
            Cause = source.Name<CauseName>("Cause"),
            Confidence = source.Fraction("Confidence"),
            Scope = source.Name<DisconnectScope>("Scope"),
            IsExpected = source.Flag("IsExpected"),
            Symptom = source.Number("Symptom"),
            AwaySince = source.Moment("UtcAwaySince") ?? source.Moment("AwaySince"),
            Reason = source.Text("Reason") ?? "",
            Evidence = new([.. source.Items("Evidence", ReadEvidence, DisconnectEvidence.Parse)]),
            Alternative = new([.. source.Items("Alternative", ReadAlternative, AlternativeCause.Parse)]),
            Solution = source.Text("Solution") ?? "",
            HelpUri = new HelpLink(source.Needed("HelpUri")),
            WhoActs = WhoActsOn(source),
        };

    /// <summary>Files of earlier versions do not have it.</summary>
    private static ResponsibleParty WhoActsOn(SerializedProperties source) =>
        source.Text("WhoActs") is null
            ? DisconnectCatalogue.For(CultureInfo.InvariantCulture).Find(source.Name<CauseName>("Cause")).WhoActs
            : source.Name<ResponsibleParty>("WhoActs");

    private static DisconnectEvidence ReadEvidence(SerializedProperties source) =>
        new(source.Needed("Name"), source.Text("Value") ?? "", source.Text("Expected"), source.Fraction("Weight"));

    private static AlternativeCause ReadAlternative(SerializedProperties source) =>
        new(source.Name<CauseName>("Cause"), source.Fraction("Confidence"));
}
