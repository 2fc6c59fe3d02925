using System.Management.Automation;
using IoTHubDisconnect.Connectivity;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Commands;

/// <summary>Tests step by step whether a device can connect from here, and says what each failure means.</summary>
[Cmdlet(VerbsDiagnostic.Test, "DeviceConnectivity", DefaultParameterSetName = HubSet, SupportsShouldProcess = true)]
[OutputType(typeof(ConnectivityTestResult))]
public sealed partial class TestDeviceConnectivityCommand : ConnectivityCmdlet
{
    private readonly HashSet<string> _tested = [];
    private bool _isHubTyped;

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
                        : CertificateFile.Read(this, CertificatePath, CertificatePassword.Read())
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
