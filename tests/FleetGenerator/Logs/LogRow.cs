using FleetGenerator.Clients;

namespace FleetGenerator.Logs;

/// <summary>One row as the log holds it.</summary>
public sealed record LogRow
{
    /// <summary>UTC, as the row tells it.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>UTC; decides in which file the row is kept.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>The hub's ARM id.</summary>
    public required string ResourceId { get; init; }

    /// <summary>The hub's region.</summary>
    public required string Location { get; init; }

    /// <summary>True for deviceConnect, false for deviceDisconnect.</summary>
    public required bool IsConnect { get; init; }

    /// <summary>The code, or the text that stands in its place; null without an error.</summary>
    public required string? ResultType { get; init; }

    /// <summary>The code's symbolic name; null without an error.</summary>
    public required string? ResultDescription { get; init; }

    /// <summary>The code's first three digits; null without an error.</summary>
    public required string? StatusCode { get; init; }

    /// <summary>The device.</summary>
    public required string DeviceId { get; init; }

    /// <summary>The module; null for the device itself.</summary>
    public required string? ModuleId { get; init; }

    /// <summary>The protocol.</summary>
    public required Transport Protocol { get; init; }

    /// <summary>True for X.509, false for SAS.</summary>
    public required bool UsesCertificate { get; init; }

    /// <summary>The client's address with the last part masked.</summary>
    public required string MaskedIpAddress { get; init; }

    /// <summary>What the client says it is; null where the row does not tell.</summary>
    public required string? SdkVersion { get; init; }

    /// <summary>The operation as the log names it.</summary>
    public string OperationName => IsConnect ? "deviceConnect" : "deviceDisconnect";

    /// <summary>Information, or Error where there is one.</summary>
    public string Level => ResultDescription is null ? "Information" : "Error";

    /// <summary>The authType property: JSON text.</summary>
    public string AuthType =>
        UsesCertificate
            ? """{"scope":"device","type":"x509Certificate","issuer":"external","acceptingIpFilterRule":null}"""
        : ModuleId is null ? """{"scope":"device","type":"sas","issuer":"iothub","acceptingIpFilterRule":null}"""
        : """{"scope":"module","type":"sas","issuer":"iothub","acceptingIpFilterRule":null}""";
}
