using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using IoTHubDisconnect.Connectivity;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Commands;

/// <summary>Tests step by step whether a device can connect from here, and says what each failure means.</summary>
[Cmdlet(VerbsDiagnostic.Test, "DeviceConnectivity", DefaultParameterSetName = HubSet, SupportsShouldProcess = true)]
[OutputType(typeof(ConnectivityTestResult))]
public sealed class TestDeviceConnectivityCommand : ConnectivityCmdlet
{
    private const string HubSet = "Hub";
    private const string StringSet = "ConnectionString";
    private const string KeySet = "SharedAccessKey";
    private const string TokenSet = "SasToken";
    private const string CertificateSet = "Certificate";
    private const string FileSet = "CertificateFile";

    private readonly HashSet<string> _tested = [];
    private bool _isHubTyped;

    /// <summary>The hub: its name, or its whole host name.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = HubSet,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    [Parameter(ParameterSetName = StringSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = KeySet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = TokenSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = CertificateSet,
        ValueFromPipelineByPropertyName = true
    )]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = FileSet, ValueFromPipelineByPropertyName = true)]
    [Alias("HostName", "Name")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AzurePlaceCompleter))]
    public string? HubName { get; set; }

    /// <summary>The device, as the registry has it; case matters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    public string? DeviceId { get; set; }

    /// <summary>A module of the device.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FreeText]
    public string? ModuleId { get; set; }

    /// <summary>
    /// The connection string of the device, or of one of the hub's policies; as SecureString or as text.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = StringSet)]
    [Secret]
    [FreeText]
    public SecureString? ConnectionString { get; set; }

    /// <summary>One of the device's keys, or that of a policy; as SecureString or as text.</summary>
    [Parameter(Mandatory = true, ParameterSetName = KeySet)]
    [Secret]
    [FreeText]
    public SecureString? SharedAccessKey { get; set; }

    /// <summary>The policy that the key is of; none for the device's own key.</summary>
    [Parameter(ParameterSetName = KeySet)]
    [FreeText]
    public string? SharedAccessKeyName { get; set; }

    /// <summary>A SAS token of the device, as SecureString or as text.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TokenSet)]
    [Secret]
    [FreeText]
    public SecureString? SasToken { get; set; }

    /// <summary>The device's certificate, with its private key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CertificateSet)]
    [FreeText]
    public X509Certificate2? Certificate { get; set; }

    /// <summary>A PFX or PEM file with the device's certificate and private key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FileSet)]
    public string? CertificatePath { get; set; }

    /// <summary>The password of the certificate's file, as SecureString or as text.</summary>
    [Parameter(ParameterSetName = FileSet)]
    [Secret]
    [FreeText]
    public SecureString? CertificatePassword { get; set; }

    /// <summary>A direct method to call, with an Azure identity: there and back.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [FreeText]
    public string? InvokeMethod { get; set; }

    /// <summary>Holds silent MQTT connections instead, to find out after how long the path cuts them.</summary>
    [Parameter]
    public SwitchParameter KeepAliveProbe { get; set; }

    /// <summary>How long holding silent connections may take in all.</summary>
    [Parameter]
    [Duration]
    [FreeText]
    public TimeSpan MaximumDuration { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How many rounds to make.</summary>
    [Parameter]
    [ValidateRange(1, 100_000)]
    [FreeText]
    public int Count { get; set; } = 1;

    /// <summary>The pause between rounds.</summary>
    [Parameter]
    [Duration]
    [FreeText]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Signs in even if the device is connected, and thereby throws it off.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives true or false, and nothing else.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Sees what was typed, before anything comes down the pipeline.</summary>
    protected override void BeginProcessing()
    {
        _isHubTyped = MyInvocation.BoundParameters.ContainsKey(nameof(HubName));
        this.WarnOfTexts();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            if (Prepare() is { } test)
                Run(test);
        }
        catch (FormatException exception)
        {
            WriteError(Errors.InvalidDeviceCredentials(exception, HubName ?? DeviceId));
        }
        catch (AzureException exception)
        {
            WriteError(exception.ToErrorRecord());
        }
    }

    /// <summary>What to test; null for what was tested already.</summary>
    private ConnectivityTest? Prepare()
    {
        var given = ConnectivityTarget.Of(Given(), HubName, DeviceId, ModuleId, Cloud);
        var target = given with { Host = NamesOf(given.Host) };
        if (InvokeMethod is not null && target.Device is null)
            throw new FormatException("A direct method is called on a device: -DeviceId is missing.");
        // What comes by pipeline may be rows of a log, which anybody may have written: no key or token goes where they
        // say.
        if (target.Proof is not null && ConnectionString is null && !_isHubTyped)
            Hosts.Require(CloudService.Hub, target.Host.HostName);
        var isNewHub = _tested.Add(target.Host.HostName);
        if (!_tested.Add($"{target.Host.HostName}/{target.Device}") && !isNewHub)
            return null;
        var test = TestOf(target.Host) with { Device = target.Device, Proof = target.Proof };
        // The way to a hub is tested once, however many of its devices come down the pipeline.
        return !isNewHub && target.Proof is null ? test with { Protocols = [] } : test;
    }

    private DeviceCredentials Given() =>
        new()
        {
            ConnectionString = ConnectionString.Read() is { } text ? HubConnectionString.Parse(text) : null,
            Key = SharedAccessKey.Read(),
            Policy = SharedAccessKeyName,
            Token = SasToken.Read(),
            Certificate =
                Certificate
                ?? (
                    CertificatePath is null
                        ? null
                        : CertificateFile.Read(
                            SessionState.Path.GetUnresolvedProviderPathFromPSPath(CertificatePath),
                            CertificatePassword.Read()
                        )
                ),
        };

    private void Run(ConnectivityTest test)
    {
        var policy = test.Proof as KeyProof is { Policy: not null } key
            ? ServiceSide.ByPolicy(test.ServiceHost, key)
            : null;
        var azure = policy is null && AsksAzure(test) ? Azure.Connection : null;
        azure?.Hosts.Require(CloudService.Hub, test.ServiceHost);
        var whole = test with
        {
            Consent = SignInQuestion.Ask(this, test, Force, isRegistryAsked: policy is not null || azure is not null),
            Method =
                InvokeMethod is not null
                && ShouldProcess($"{test.Device} on {test.HostName}", $"Call the direct method {InvokeMethod}")
                    ? InvokeMethod
                    : null,
        };
        var tester = DependencyContext.CreateConnectivityTester();
        var isGood = true;
        Azure.Wait(async call =>
        {
            var signed = whole with
            {
                Authorization =
                    policy ?? (azure is null ? null : ServiceSide.ByIdentity(azure, test.ServiceHost, call)),
            };
            void Report(ConnectivityTestResult result)
            {
                // A sign-in that was asked for and left out proves nothing.
                isGood &=
                    result.State != CheckState.Failed && result.Finding != ConnectivityFinding.ConnectionStateUnknown;
                if (!Quiet)
                    Azure.OnPipeline(() => WriteObject(result.IsRepeated ? result.As("Repeated") : result));
            }
            if (KeepAliveProbe)
                await tester
                    .ProbeKeepAliveAsync(signed, MaximumDuration, Report, ShowProgress, call)
                    .ConfigureAwait(false);
            else
                await new ConnectivityRounds(tester, Count, Interval)
                    .RunAsync(signed, Report, call)
                    .ConfigureAwait(false);
            return true;
        });
        if (Quiet)
            WriteObject(isGood);
    }

    private void ShowProgress(KeepAliveTry now) =>
        Azure.OnPipeline(() =>
            WriteProgress(
                new ProgressRecord(
                    1,
                    "Holding silent connections",
                    $"Silent for {DurationText.Of(now.Silence)} now; {DurationText.Of(now.Spent)} of at "
                        + $"most {DurationText.Of(MaximumDuration)}"
                )
                {
                    PercentComplete = (int)(100 * now.Spent / MaximumDuration),
                }
            )
        );

    /// <summary>Whether the registry has to be asked, or can be.</summary>
    private bool AsksAzure(ConnectivityTest test) =>
        test.Device is not null
        && (
            test.Proof is null
            || InvokeMethod is not null
            || (Azure.Identities.IsThere && Azure.Connection.Hosts.Allow(CloudService.Hub, test.ServiceHost))
        );
}
