using System.Collections;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using AzureStandIn.Faults;
using AzureStandIn.Identity;
using AzureStandIn.ResourceManager;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Azure.Tests.SigningIn;

/// <summary>Secrets go to Entra, tokens to the services, and neither anywhere else.</summary>
[Collection(nameof(TinyCloud))]
public sealed class SecretTests(TinyCloud cloud) : IDisposable
{
    private const string Read =
        "Get-DeviceDisconnect -WorkspaceId $workspace -StartTime 2026-11-16Z -EndTime 2026-11-17Z "
        + "-Verbose; Measure-DisconnectCause -ResourceId $hub -StartTime 2026-11-16Z -EndTime 2026-11-17Z "
        + "-Verbose";
    private const string AsApplication =
        "Connect-IoTHubDisconnect -TenantId $tenant -ApplicationId $app -Environment $cloud -Verbose";

    private const string Everything =
        "Measure-DisconnectCause -HubName * -Subscription $id, Typo -StartTime 2026-11-16Z -EndTime 2026-11-17Z "
        + "-Verbose; Measure-DisconnectCause -ClusterUri $cluster -Database $database -StartTime 2026-11-16Z -EndTime "
        + "2026-11-17Z -Verbose; Test-DisconnectLogging -HubName * -Verbose; 1..2 | ForEach-Object { "
        + "Enable-DisconnectLogging $hub -EventHubAuthorizationRuleId $rule -Confirm:$false -Verbose }; "
        + "Enable-DisconnectLogging $hub -StorageAccountId $account -Confirm:$false -Verbose";

    private readonly LogFolder _folder = new();
    private readonly DiagnosticSetting[] _settings = [.. cloud.Azure.Estate.Hubs[0].DiagnosticSettings];

    public static TheoryData<string> Ways =>
        new()
        {
            $"{AsApplication} -ClientSecret $secret; {Read}",
            $"{AsApplication} -ClientSecret $wrong",
            $"{AsApplication} -CertificatePath $pfx -CertificatePassword $password",
            $"{AsApplication} -CertificatePath $pfx -CertificatePassword $wrong",
            $"{AsApplication} -FederatedTokenFile $federated",
            $"Connect-IoTHubDisconnect -AccessToken $token -Environment $cloud -Verbose; {Read}",
            $"Connect-IoTHubDisconnect -AccessToken $expired, $broken -Environment $cloud -Verbose",
            $"Connect-IoTHubDisconnect -AccessToken $expired -Environment $cloud -Verbose",
            $"Connect-IoTHubDisconnect -Identity -Environment $cloud -Verbose; {Read}",
            "Connect-IoTHubDisconnect -UseDeviceAuthentication -TenantId $tenant -Environment $cloud "
                + $"-Verbose -WarningAction Ignore; {Read}",
            $"Connect-IoTHubDisconnect -Environment $cloud -Verbose; {Read}",
            $"{AsApplication} -ClientSecret $secret -TrustedHost $own; {Everything}",
        };

    [Theory]
    [MemberData(nameof(Ways))]
    public void No_stream_shows_any(string script)
    {
        using var variables = new Variables(
            ("IDENTITY_ENDPOINT", $"{cloud.Azure.Endpoints.AppServiceIdentity}"),
            ("IDENTITY_HEADER", cloud.Azure.Options.IdentityHeader)
        );
        using var session = cloud.Open();

        var said = Say(session, script);

        Assert.NotEmpty(said);
        Assert.Equal(script.Contains("Enable-"), cloud.Azure.Requests.Any(r => r.Method == "PUT" && r.Status == 200));
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(FaultKind.Unauthorized)]
    [InlineData(FaultKind.InternalServerError)]
    [InlineData(FaultKind.MalformedJson)]
    public void Failures_show_none_either(FaultKind fault)
    {
        using var session = cloud.Open();
        cloud.Azure.Faults.Add(new Fault(fault) { Service = AzureStandIn.AzureService.Logs, Times = 2 });

        var said = Say(session, $"{AsApplication} -ClientSecret $secret; {Read}");

        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
    }

    [Fact]
    public void Parameters_for_secrets_bind_what_logs_show_nothing_of()
    {
        using var session = cloud.Open();
        var bound = session
            .Run(
                """
                Get-Command -Module IoTHubDisconnect | ForEach-Object { $_.Parameters.Values } |
                    Where-Object { $_.Name -match 'Secret|Password|AccessToken|SasToken|SharedAccessKey$|ConnectionString' } |
                    ForEach-Object { "$($_.Name) $($_.ParameterType.Name.Trim('[', ']'))" }
                """
            )
            .Clean()
            .As<string>();

        Assert.Equal(7, bound.Length);
        Assert.All(bound, parameter => Assert.EndsWith(" SecureString", parameter, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _folder.Dispose();
        var settings = cloud.Azure.Estate.Hubs[0].DiagnosticSettings;
        settings.Clear();
        foreach (var setting in _settings)
            settings.Add(setting);
    }

    private string[] Secrets =>
        [
            "eyJ",
            ServicePrincipal.Default.Secret!,
            "wr0ng~",
            "p4ss:w0rd",
            "c2lnbmF0dXJl",
            cloud.Azure.Options.IdentityHeader,
            "not-a-token",
            Convert.ToBase64String(cloud.Certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKey())[..40],
        ];

    private string Say(Session session, string script)
    {
        var tokens = cloud.Azure.Tokens;
        var outcome = session.Run(
            $"$DebugPreference = 'Continue'; {script}",
            ("tenant", $"{cloud.Azure.Options.TenantId}"),
            ("app", $"{(script.Contains("pfx") ? cloud.Holder : ServicePrincipal.Default).ClientId}"),
            ("secret", ServicePrincipal.Default.Secret),
            ("wrong", "wr0ng~secret"),
            ("password", "p4ss:w0rd"),
            ("pfx", _folder.WriteBytes("a.pfx", cloud.Certificate.Export(X509ContentType.Pkcs12, "p4ss:w0rd"))),
            ("federated", _folder.Write("federated", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJl")),
            ("broken", "not-a-token"),
            ("own", cloud.Azure.Endpoints.DataExplorer.Host),
            ("cluster", cloud.Azure.Endpoints.DataExplorer),
            ("database", cloud.Azure.Options.Database),
            ("id", cloud.Azure.Estate.Hubs[0].Id.SubscriptionId),
            ("rule", $"{Place("Microsoft.EventHub", "namespaces", "contoso")}/authorizationRules/Root"),
            ("account", Place("Microsoft.Storage", "storageAccounts", "contosologs")),
            ("token", tokens.Text(tokens.Issue("https://api.loganalytics.io"))),
            (
                "expired",
                tokens.Text(
                    tokens.Issue("https://api.loganalytics.io") with
                    {
                        ExpiresOn = DateTimeOffset.UtcNow.AddHours(-1),
                    }
                )
            )
        );
        var errors = ((IEnumerable)session.Run("$Error").Output)
            .Cast<PSObject>()
            .Select(o => o.BaseObject)
            .Concat(outcome.Errors)
            .Append(outcome.Thrown?.ErrorRecord);
        return string.Join(
            '\n',
            [
                .. outcome.Output.SelectMany(Show),
                .. outcome.Verbose,
                .. outcome.Warnings,
                .. outcome.Streams.Debug.Select(d => d.Message),
                .. outcome.Streams.Information.Select(i => $"{i}"),
                .. outcome.Streams.Progress.Select(p => $"{p}"),
                .. errors
                    .OfType<ErrorRecord>()
                    .SelectMany(e =>
                        new[] { $"{e}", $"{e.TargetObject}", $"{e.Exception}", e.ErrorDetails?.RecommendedAction }
                    ),
                .. session
                    .Run(
                        "Get-Variable | Where-Object { $_.Value -is [IoTHubDisconnect.AzureContext] } | "
                            + "ForEach-Object { $_.Value }"
                    )
                    .Output.SelectMany(Show),
            ]
        );
    }

    private string Place(string provider, string type, string name) =>
        $"{cloud.Azure.Estate.Hubs[0].Id with { Type = $"{provider}/{type}", Name = name }}";

    private static IEnumerable<string> Show(PSObject value) =>
        value.Properties.Select(p => $"{p.Name}={p.Value}").Append($"{value}");
}
