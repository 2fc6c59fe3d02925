namespace IoTHubDisconnect;

/// <summary>
/// What a step of a connectivity test found wrong, for scripts to decide by. None is zero, which PowerShell takes for
/// false.
/// </summary>
public enum ConnectivityFinding
{
    /// <summary>The name is not known.</summary>
    DnsNotFound = 1,

    /// <summary>Name resolution itself failed, or took too long.</summary>
    DnsFailed,

    /// <summary>The port refused the connection at once.</summary>
    PortClosed,

    /// <summary>Nothing answered an attempt to connect.</summary>
    PortFiltered,

    /// <summary>There is no way to the address.</summary>
    Unreachable,

    /// <summary>The proxy cannot be reached.</summary>
    ProxyUnreachable,

    /// <summary>The proxy does not let the connection through.</summary>
    ProxyRefused,

    /// <summary>The other side does not speak TLS.</summary>
    NotTls,

    /// <summary>The other side speaks no TLS newer than 1.1.</summary>
    TlsTooOld,

    /// <summary>The other side ended the TLS handshake.</summary>
    TlsRefused,

    /// <summary>The certificate, or one above it, has expired.</summary>
    CertificateExpired,

    /// <summary>The certificate, or one above it, is not valid yet.</summary>
    CertificateNotYetValid,

    /// <summary>The certificate is another host's.</summary>
    CertificateWrongHost,

    /// <summary>The certificate is signed by nobody but itself.</summary>
    CertificateSelfSigned,

    /// <summary>
    /// The certificate's authority is not trusted by this machine, or a certificate between is missing.
    /// </summary>
    CertificateUntrusted,

    /// <summary>
    /// This machine trusts the certificate, but Azure does not use its authority: something on the path opens the
    /// encryption.
    /// </summary>
    TlsInspected,

    /// <summary>The other side is connected and says nothing.</summary>
    NoAnswer,

    /// <summary>The other side answers, but not within the time limit.</summary>
    TooSlow,

    /// <summary>The connection broke.</summary>
    ConnectionLost,

    /// <summary>The answer is not one of the protocol.</summary>
    UnexpectedAnswer,

    /// <summary>The request for a WebSocket was refused.</summary>
    WebSocketRefused,

    /// <summary>This machine's clock is off.</summary>
    ClockSkewed,

    /// <summary>There was no permission to sign in as the device.</summary>
    Declined,

    /// <summary>The device is connected at this moment, and would be thrown off.</summary>
    DeviceConnected,

    /// <summary>Whether the device is connected at this moment is not known.</summary>
    ConnectionStateUnknown,

    /// <summary>The hub refuses the key, token or certificate.</summary>
    CredentialsRefused,

    /// <summary>The SAS token has expired.</summary>
    TokenExpired,

    /// <summary>The SAS token is for something else.</summary>
    TokenForAnother,

    /// <summary>The hub refuses without a reason, as it does over MQTT.</summary>
    SignInRefused,

    /// <summary>The device is disabled.</summary>
    DeviceDisabled,

    /// <summary>The hub does not know the device or module.</summary>
    DeviceNotFound,

    /// <summary>The hub refuses for too many requests.</summary>
    Throttled,

    /// <summary>The hub's messages of the day are used up.</summary>
    QuotaExceeded,

    /// <summary>The hub has a fault.</summary>
    HubUnavailable,

    /// <summary>The hub refuses the operation.</summary>
    OperationRefused,

    /// <summary>The registry's way of signing in is not the one used.</summary>
    AuthenticationMismatch,

    /// <summary>No Azure identity is signed in.</summary>
    NotSignedIn,

    /// <summary>The Azure identity, or the policy, may not do this.</summary>
    AccessDenied,

    /// <summary>The device is not connected, or listens to no direct methods.</summary>
    DeviceNotOnline,

    /// <summary>The device did not answer the direct method.</summary>
    MethodTimeout,

    /// <summary>The device answered the direct method with an error.</summary>
    MethodFailed,

    /// <summary>The path cuts silent connections.</summary>
    IdleCut,

    /// <summary>Not every round went well.</summary>
    Loss,
}
