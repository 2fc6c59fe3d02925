using F = IoTHubDisconnect.ConnectivityFinding;

namespace IoTHubDisconnect.Connectivity;

/// <summary>What to do about each finding, and the page to read.</summary>
/// <param name="Fix">What to do.</param>
/// <param name="Link">The page to read.</param>
/// <param name="Detour">A way round, as long as that is open; null for none.</param>
internal sealed record FindingAdvice(string Fix, string Link, string? Detour = null)
{
    private const string ByWebSockets = "Until then use a protocol over WebSockets: port 443 is open.";
    private const string Connectivity = "azure/iot-hub/iot-hub-troubleshoot-connectivity";
    private const string Ports = "azure/iot-hub/iot-hub-devguide-protocols";
    private const string Tls = "azure/iot-hub/iot-hub-tls-support";
    private const string Unauthorized = "azure/iot-hub/troubleshoot-error-codes#401003-iothubunauthorized-error";
    private const string Codes = "azure/iot-hub/troubleshoot-error-codes";
    private const string Sas = "azure/iot-hub/authenticate-authorize-sas";
    private const string Roles = "azure/iot-hub/authenticate-authorize-azure-ad";
    private const string Methods = "azure/iot-hub/iot-hub-devguide-direct-methods";
    private const string KeepAlive = "azure/iot/iot-mqtt-connect-to-iot-hub#default-keep-alive-time-out";

    public static FindingAdvice For(F finding) =>
        finding switch
        {
            F.DnsNotFound => new(
                "Check the hub's name and its cloud (-Environment, or the full host name); with a private "
                    + "endpoint, check that this network's DNS has the zone privatelink.azure-devices.net.",
                "azure/iot-hub/virtual-network-support"
            ),
            F.DnsFailed => new(
                "Check the DNS server that this machine uses, and that port 53 to it is open.",
                Connectivity
            ),
            F.PortClosed => new(
                "Something on the path refuses the port: allow it outbound to *.azure-devices.net.",
                Ports,
                ByWebSockets
            ),
            F.PortFiltered => new(
                "A firewall drops the connection: allow the port outbound to *.azure-devices.net.",
                Ports,
                ByWebSockets
            ),
            F.Unreachable => new(
                "Check this machine's route to the address; IPv6 takes a network that carries it.",
                Connectivity
            ),
            F.ProxyUnreachable => new("Check the address and port given with -Proxy.", Connectivity),
            F.ProxyRefused => new(
                "Let the proxy connect to *.azure-devices.net:443, or give its user with -ProxyCredential.",
                Connectivity
            ),
            F.NotTls => new(
                "A proxy, a captive portal or another service answers at this address: check -ConnectTo, "
                    + "the port and what stands between.",
                Connectivity
            ),
            F.TlsTooOld => new(
                "IoT Hub speaks TLS 1.2 and later: a middlebox answers in its place. Take it off the path, "
                    + "or let it pass *.azure-devices.net unopened.",
                Tls
            ),
            F.TlsRefused => new(
                "Check what stands between: a firewall that knows no such host name, or one that allows "
                    + "other cipher suites only.",
                Tls
            ),
            F.CertificateExpired => new(
                "Check this machine's clock first (step Clock); if it is right, the certificate is not the "
                    + "hub's: find what answers in its place, or renew it on the gateway.",
                Tls
            ),
            F.CertificateNotYetValid => new(
                "Check this machine's clock first (step Clock); if it is right, the certificate is not the "
                    + "hub's: find what answers in its place.",
                Tls
            ),
            F.CertificateWrongHost => new(
                "Another server answers at this address: check -ConnectTo, DNS and forwarded ports; for an "
                    + "IoT Edge gateway, give the name in its certificate with -GatewayHostName.",
                Tls
            ),
            F.CertificateSelfSigned => new(
                "No hub shows such a certificate: find what answers in its place. For an IoT Edge gateway, "
                    + "install its root certificate on this machine and on the devices.",
                Tls
            ),
            F.CertificateUntrusted => new(
                "Install the root certificate (for IoT Hub: DigiCert Global Root G2) on this machine and "
                    + "on the devices; if the authority is your organization's, let its proxy pass "
                    + "*.azure-devices.net unopened.",
                "azure/iot-hub/migrate-tls-certificate"
            ),
            F.TlsInspected => new(
                "Let the proxy or firewall that opens TLS pass *.azure-devices.net unopened: devices trust "
                    + "Azure's roots only, and sign in with certificates through no such proxy.",
                Tls
            ),
            F.NoAnswer => new(
                "Something accepts connections in the hub's place and does not pass them on: check "
                    + "firewalls, forwarded ports and load balancers on the path.",
                Connectivity
            ),
            F.TooSlow => new(
                "Check the path's bandwidth and loss (-Count 20 tells), and any device that inspects or "
                    + "limits the traffic; -Timeout lets a step take longer.",
                Connectivity
            ),
            F.ConnectionLost => new(
                "Run the test again with -Count; if it breaks at the same step each time, look for a "
                    + "firewall or proxy that does not know the protocol, or for another client with the same "
                    + "identity.",
                Connectivity
            ),
            F.UnexpectedAnswer => new(
                "Another service answers at this address: check the port, -ConnectTo and -GatewayHostName.",
                Connectivity
            ),
            F.WebSocketRefused => new(
                "Let the proxy or firewall pass WebSockets (HTTP Upgrade) to *.azure-devices.net:443, or "
                    + "use the protocol's own port.",
                Ports
            ),
            F.ClockSkewed => new(
                "Set the clock by NTP: SAS tokens and certificates are judged by it, and the hub allows five minutes.",
                Unauthorized
            ),
            F.Declined => new("Confirm the sign-in, or leave out -WhatIf.", Connectivity),
            F.DeviceConnected => new(
                "Stop the device first, test with an identity made for tests, or use -Force and throw it off.",
                "azure/iot-hub/troubleshoot-error-codes#400xxx-bad-request-errors"
            ),
            F.ConnectionStateUnknown => new(
                "Sign in with Connect-IoTHubDisconnect and an identity that has the role IoT Hub Data "
                    + "Reader, or use -Force if the device may be thrown off.",
                Roles
            ),
            F.CredentialsRefused => new(
                "Compare the key, or the certificate's thumbprint, with the device's page in the Azure "
                    + "portal, and copy it anew.",
                Unauthorized
            ),
            F.TokenExpired => new(
                "Make a new SAS token; if it is meant to be good still, check the clock of the machine that made it.",
                Sas
            ),
            F.TokenForAnother => new(
                "Make the SAS token for this hub and device: sr={host name}/devices/{device id}.",
                Sas
            ),
            F.SignInRefused => new(
                "Let the protocol Https run along (it tells the hub's reason), or look at the hub's log: "
                    + "Get-DeviceDisconnect -DeviceId tells the code.",
                Unauthorized
            ),
            F.DeviceDisabled => new(
                "Enable the device on its page in the Azure portal, if it is to connect.",
                Codes + "#403xxx-forbidden-errors"
            ),
            F.DeviceNotFound => new(
                "Check the device id (case matters) and the hub; register the device, or have it provisioned again.",
                Codes + "#404001-devicenotfound-error"
            ),
            F.Throttled => new(
                "Wait and try again with longer pauses; if it stays so, add units or spread the load.",
                "azure/iot-hub/iot-hub-devguide-quotas-throttling"
            ),
            F.QuotaExceeded => new(
                "Add units or change the tier, or wait until 00:00 UTC.",
                Codes + "#403002-iothubquotaexceeded-error"
            ),
            F.HubUnavailable => new(
                "Try again; if it lasts, look at the hub's Resource health in the Azure portal and at "
                    + "https://azure.status.microsoft/status.",
                Codes + "#500xxx-internal-server-errors"
            ),
            F.OperationRefused => new("Look the error code up: Get-DisconnectSolution -ErrorCode.", Codes),
            F.AuthenticationMismatch => new(
                "Use the kind of credential that the registry has for the device, or change it there.",
                Unauthorized
            ),
            F.NotSignedIn => new("Sign in with Connect-IoTHubDisconnect.", Roles),
            F.AccessDenied => new(
                "Give the identity the role IoT Hub Data Reader on the hub (IoT Hub Data Contributor for "
                    + "direct methods); Reader alone does not do.",
                Roles
            ),
            F.DeviceNotOnline => new(
                "Start the device and have it listen to direct methods; if it should be connected, look at "
                    + "why it is not: Get-DeviceDisconnect -DeviceId.",
                Methods
            ),
            F.MethodTimeout => new(
                "Look at the device's code for the method, and at its connection: it may be one that the "
                    + "hub has not yet noticed to be dead.",
                Codes + "#504101-gatewaytimeout-error"
            ),
            F.MethodFailed => new("The device was reached; look at its code for the method.", Methods),
            F.IdleCut => new(
                "Set the devices' MQTT keep-alive to the interval given or less, or raise the idle timeout "
                    + "of the firewall, NAT or load balancer on the path.",
                KeepAlive
            ),
            F.Loss => new(
                "Look at the rounds that failed for the step where they did; random loss points at the network.",
                "azure/iot-hub/tutorial-connectivity"
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(finding), finding, null),
        };
}
