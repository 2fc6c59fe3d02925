using System.Globalization;
using System.Net;
using System.Text;
using IoTHubDisconnect.Connectivity.Steps;
using F = IoTHubDisconnect.ConnectivityFinding;

namespace IoTHubDisconnect.Connectivity.Network;

/// <summary>Asks an HTTP proxy for a way through: CONNECT, RFC 9110.</summary>
internal static class ProxyTunnel
{
    private const int LongestAnswer = 16 * 1024;
    private const int AuthenticationRequired = 407;

    public static async Task OpenAsync(
        ObservedStream stream,
        string target,
        NetworkCredential? user,
        CancellationToken cancellation
    )
    {
        var request = new StringBuilder($"CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n");
        if (user is not null)
            request
                .Append("Proxy-Authorization: Basic ")
                .Append(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user.UserName}:{user.Password}")))
                .Append("\r\n");
        await stream
            .WriteAsync(Encoding.ASCII.GetBytes(request.Append("\r\n").ToString()), cancellation)
            .ConfigureAwait(false);

        var head = await ReadHeadAsync(stream, cancellation).ConfigureAwait(false);
        var words = head.Split('\r')[0].Split(' ', 3);
        if (
            words.Length < 2
            || !words[0].StartsWith("HTTP/1.", StringComparison.Ordinal)
            || !int.TryParse(words[1], CultureInfo.InvariantCulture, out var status)
        )
            throw new StepFailure(F.ProxyRefused, "What answers at the proxy's address is no HTTP proxy.");
        if (status is < 200 or > 299)
        {
            throw new StepFailure(
                F.ProxyRefused,
                status == AuthenticationRequired
                    ? "The proxy wants to know the user (407)."
                    : $"The proxy does not connect to {target}: it answers {status}."
            )
            {
                Detail = new Dictionary<string, object?> { ["Status"] = status },
            };
        }
        stream.Forget();
    }

    /// <summary>Byte by byte, as what follows the head is not the proxy's.</summary>
    private static async Task<string> ReadHeadAsync(Stream stream, CancellationToken cancellation)
    {
        var head = new List<byte>(256);
        var one = new byte[1];
        while (head.Count < LongestAnswer)
        {
            if (await stream.ReadAsync(one, cancellation).ConfigureAwait(false) == 0)
                throw new StepFailure(F.ProxyRefused, "The proxy closed the connection without an answer.");
            head.Add(one[0]);
            if (head is [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'])
                break;
        }
        return Encoding.ASCII.GetString([.. head]);
    }
}
