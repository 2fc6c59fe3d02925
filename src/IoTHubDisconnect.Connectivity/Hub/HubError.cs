using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Amqp.Framing;
using IoTHubDisconnect.Connectivity.Steps;
using F = IoTHubDisconnect.ConnectivityFinding;

namespace IoTHubDisconnect.Connectivity.Hub;

/// <summary>What the hub answered in place of what was asked for: its error code by number and name.</summary>
internal sealed partial record HubError(int? Code, string? Name)
{
    private const int Unauthorized = 401;
    private const int Forbidden = 403;
    private const int NotFound = 404;
    private const int TooMany = 429;
    private const int Quota = 403002;
    private const int NotOnline = 404103;
    private const int MethodTimeout = 504101;

    /// <summary>
    /// An error answer over HTTPS: the name stands in a header, the number in a method's body; else the status says
    /// what kind it is.
    /// </summary>
    public static HubError OfHttp(int status, string? name, string body)
    {
        var named = name ?? Named().Match(body).Groups["name"].Value;
        return Of(named) is { Code: not null } known
            ? known
            : new HubError(
                Number().Match(body) is { Success: true } match
                    ? int.Parse(match.Groups["code"].Value, CultureInfo.InvariantCulture)
                    : status,
                named.Length == 0 ? null : named
            );
    }

    /// <summary>The answer to a put-token: a status, and the name in words.</summary>
    public static HubError OfClaims(int status, string? description) =>
        Of(description ?? "") is { Code: not null } known
            ? known
            : new HubError(
                status,
                Named().Match(description ?? "") is { Success: true } match ? match.Groups["name"].Value : null
            );

    /// <summary>An error of AMQP: the name stands in the condition or in the description.</summary>
    public static HubError OfAmqp(Error error)
    {
        var text = $"{error.Condition} {error.Description}";
        var named = text.Split(' ', ':', ';').Select(Of).FirstOrDefault(e => e.Code is not null);
        return named
            ?? new HubError(
                $"{error.Condition}" switch
                {
                    "amqp:unauthorized-access" => Unauthorized,
                    "amqp:not-found" => NotFound,
                    "amqp:resource-limit-exceeded" or "com.microsoft:server-busy" => TooMany,
                    "com.microsoft:timeout" or "amqp:internal-error" => 500,
                    _ => null,
                },
                $"{error.Condition}"
            );
    }

    public F Finding =>
        (Code, Family) switch
        {
            (Quota, _) => F.QuotaExceeded,
            (NotOnline, _) => F.DeviceNotOnline,
            (MethodTimeout, _) => F.MethodTimeout,
            ({ } code, _) when ErrorCodes.GroupOf(code) is ErrorGroup.DeviceDisabled => F.DeviceDisabled,
            ({ } code, _) when ErrorCodes.GroupOf(code) is ErrorGroup.DeviceNotFound => F.DeviceNotFound,
            (_, Unauthorized) => F.CredentialsRefused,
            (_, Forbidden) => F.OperationRefused,
            (_, NotFound) => F.DeviceNotFound,
            (_, TooMany) => F.Throttled,
            (_, >= 500) => F.HubUnavailable,
            _ => F.OperationRefused,
        };

    public string Reason =>
        Finding switch
        {
            F.CredentialsRefused => $"The hub refuses the credentials ({this}).",
            F.DeviceDisabled => $"The hub refuses because the device is disabled ({this}).",
            F.DeviceNotFound => $"The hub does not know the device or module ({this}).",
            F.Throttled => $"The hub refuses because of too many requests ({this}).",
            F.QuotaExceeded => $"The hub refuses because the messages of the day are used up ({this}).",
            F.HubUnavailable => $"The hub has a fault ({this}).",
            F.DeviceNotOnline => $"The device is not connected, or does not listen to direct methods ({this}).",
            F.MethodTimeout => $"The device did not answer in time ({this}).",
            _ => $"The hub refuses ({this}).",
        };

    public StepFailure ToFailure(TimeSpan? latency = null) =>
        new(Finding, Reason)
        {
            Latency = latency,
            Detail = new Dictionary<string, object?> { ["ErrorCode"] = Code, ["ErrorName"] = Name },
        };

    public override string ToString() => $"{Code} {Name ?? (Code is { } code ? ErrorCodes.NameOf(code) : null)}".Trim();

    private int Family => Code is { } code ? ErrorCodes.FamilyOf(code) : 0;

    private static HubError Of(string name) =>
        new(ErrorCodes.CodeOf(Encoding.UTF8.GetBytes(name)) is > 1000 and var code ? code : null, name);

    [GeneratedRegex(@"ErrorCode:\s*(?<name>[A-Za-z]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(@"errorCode\W{1,5}(?<code>\d{6})\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
