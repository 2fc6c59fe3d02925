using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using IoTHubDisconnect.Connectivity.Steps;
using F = IoTHubDisconnect.ConnectivityFinding;

namespace IoTHubDisconnect.Connectivity.Network;

/// <summary>A secure connection, and what its making showed.</summary>
internal sealed class TlsConnection : IAsyncDisposable
{
    private TlsConnection(SslStream stream, ServerCertificate certificate) =>
        (Stream, Certificate) = (stream, certificate);

    public SslStream Stream { get; }

    public ServerCertificate Certificate { get; }

    /// <summary>Makes a connection secure.</summary>
    /// <param name="tcp">The connection; closed where this fails.</param>
    /// <param name="host">Who the other side has to be.</param>
    /// <param name="proof">The client's certificate; null for none.</param>
    /// <param name="isTrusting">True to take any certificate, where nothing is sent that anyone must not read.</param>
    /// <param name="cancellation">Signalled when to give up.</param>
    /// <exception cref="StepFailure">The other side is not who it should be, or speaks no TLS of today.</exception>
    public static async Task<TlsConnection> OpenAsync(
        ObservedStream tcp,
        string host,
        X509Certificate2? proof,
        bool isTrusting,
        CancellationToken cancellation
    )
    {
        ServerCertificate? shown = null;
        var ssl = new SslStream(tcp);
        try
        {
            await ssl.AuthenticateAsClientAsync(
                    new SslClientAuthenticationOptions
                    {
                        TargetHost = host,
                        ClientCertificates = proof is null ? null : [proof],
                        EnabledSslProtocols = SslProtocols.None,
                        // As a device does: it asks nobody else about the certificate while it connects.
                        CertificateChainPolicy = new X509ChainPolicy
                        {
                            RevocationMode = X509RevocationMode.NoCheck,
                            DisableCertificateDownloads = true,
                        },
                        RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                        {
                            shown = ServerCertificate.Of((X509Certificate2?)certificate, chain, errors, host);
                            return isTrusting || shown.Problem is null;
                        },
                    },
                    cancellation
                )
                .ConfigureAwait(false);
            return new TlsConnection(ssl, shown!);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await ssl.DisposeAsync().ConfigureAwait(false);
            throw shown is { Problem: { } problem }
                ? new StepFailure(problem, shown.Reason, exception) { Detail = shown.Facts }
                : Failure(tcp, exception);
        }
        catch
        {
            await ssl.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The step Tls.</summary>
    public StepOutcome Outcome
    {
        get
        {
            var facts = new Dictionary<string, object?>(Certificate.Facts)
            {
                ["TlsVersion"] = Version,
                ["Cipher"] = $"{Stream.NegotiatedCipherSuite}",
            };
            var reason = $"{Version}; {Certificate.Reason}";
            return Certificate.IsInspected
                ? StepOutcome.Warning(F.TlsInspected, $"{reason} Azure does not use this authority.") with
                {
                    Detail = facts,
                }
                : StepOutcome.Passed(reason) with
                {
                    Detail = facts,
                };
        }
    }

    public ValueTask DisposeAsync() => Stream.DisposeAsync();

    private string Version =>
        Stream.SslProtocol switch
        {
            SslProtocols.Tls12 => "TLS 1.2",
            SslProtocols.Tls13 => "TLS 1.3",
            var other => $"{other}",
        };

    private static Exception Failure(ObservedStream tcp, Exception exception)
    {
        var beginning = tcp.Beginning;
        if (beginning.IsEmpty)
            return exception is AuthenticationException ? new IOException(exception.Message) : exception;
        if (!TlsOpening.IsTls(beginning))
            return new StepFailure(F.NotTls, "The other side answered, but not in TLS.", exception);
        if (TlsOpening.IsTooOld(beginning))
            return new StepFailure(F.TlsTooOld, "The other side speaks no TLS newer than 1.1.", exception);
        return TlsOpening.AlertOf(beginning) is { } alert
                ? new StepFailure(
                    F.TlsRefused,
                    $"The other side ended the TLS handshake with alert {alert}.",
                    exception
                )
                {
                    Detail = new Dictionary<string, object?> { ["Alert"] = alert },
                }
            : exception is AuthenticationException
                ? new StepFailure(F.TlsRefused, "The TLS handshake failed.", exception)
            : exception;
    }
}
