namespace IoTHubDisconnect.Connectivity.Network;

/// <summary>
/// What the other side's first bytes are, as the record layer of RFC 8446 has them: libraries tell failures apart each
/// in its own words, and often not at all.
/// </summary>
internal static class TlsOpening
{
    private const byte Alert = 21;
    private const byte Handshake = 22;
    private const byte ServerHello = 2;
    private const byte ProtocolVersionAlert = 70;
    private const int AlertDescriptionAt = 6;
    private const int HelloTypeAt = 5;
    private const int HelloVersionAt = 9;
    private const int Tls12 = 0x0303;

    public static bool IsTls(ReadOnlySpan<byte> bytes) => bytes is [Alert or Handshake, 3, ..];

    /// <summary>Whether the other side chose a version before 1.2, or said that it knows none of ours.</summary>
    public static bool IsTooOld(ReadOnlySpan<byte> bytes) =>
        (
            IsTls(bytes)
            && bytes[0] == Alert
            && bytes.Length > AlertDescriptionAt
            && bytes[AlertDescriptionAt] == ProtocolVersionAlert
        )
        || VersionOf(bytes) < Tls12;

    /// <summary>The alert's number in the registry of TLS; null where no alert came.</summary>
    public static int? AlertOf(ReadOnlySpan<byte> bytes) =>
        IsTls(bytes) && bytes[0] == Alert && bytes.Length > AlertDescriptionAt ? bytes[AlertDescriptionAt] : null;

    private static int? VersionOf(ReadOnlySpan<byte> bytes) =>
        IsTls(bytes) && bytes[0] == Handshake && bytes.Length > HelloVersionAt + 1 && bytes[HelloTypeAt] == ServerHello
            ? (bytes[HelloVersionAt] << 8) | bytes[HelloVersionAt + 1]
            : null;
}
