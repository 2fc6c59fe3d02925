using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Commands;

/// <summary>Signs in to Azure for this runspace.</summary>
[Cmdlet(VerbsCommunications.Connect, "IoTHubDisconnect", DefaultParameterSetName = DefaultSet)]
[OutputType(typeof(AzureContext))]
public sealed class ConnectIoTHubDisconnectCommand : CancellableCmdlet
{
    private const string DefaultSet = "Default";
    private const string IdentitySet = "ManagedIdentity";
    private const string SecretSet = "ServicePrincipalSecret";
    private const string CertificateSet = "ServicePrincipalCertificate";
    private const string CertificateFileSet = "ServicePrincipalCertificateFile";
    private const string FederatedSet = "ServicePrincipalFederatedToken";
    private const string DeviceSet = "DeviceCode";
    private const string CliSet = "AzureCli";
    private const string TokenSet = "AccessToken";
    private const string AzSet = "AzContext";

    private AzureWork? _azure;

    private AzureWork Azure => _azure ??= new AzureWork(this);

    /// <summary>Uses the managed identity of this machine.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdentitySet)]
    public SwitchParameter Identity { get; set; }

    /// <summary>The client id of a user-assigned managed identity.</summary>
    [Parameter(ParameterSetName = IdentitySet)]
    [FreeText]
    public string? AccountId { get; set; }

    /// <summary>The service principal's application (client) id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SecretSet)]
    [Parameter(Mandatory = true, ParameterSetName = CertificateSet)]
    [Parameter(Mandatory = true, ParameterSetName = CertificateFileSet)]
    [Parameter(Mandatory = true, ParameterSetName = FederatedSet)]
    [Parameter(ParameterSetName = DeviceSet)]
    [FreeText]
    public string? ApplicationId { get; set; }

    /// <summary>The service principal's secret, as SecureString or as text.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SecretSet)]
    [Secret]
    [FreeText]
    public SecureString? ClientSecret { get; set; }

    /// <summary>The service principal's certificate, with its private key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CertificateSet)]
    [FreeText]
    public X509Certificate2? Certificate { get; set; }

    /// <summary>A PFX or PEM file with the service principal's certificate and private key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CertificateFileSet)]
    public string? CertificatePath { get; set; }

    /// <summary>The password of the certificate's file, as SecureString or as text.</summary>
    [Parameter(ParameterSetName = CertificateFileSet)]
    [Secret]
    [FreeText]
    public SecureString? CertificatePassword { get; set; }

    /// <summary>A file with the token of a federated identity, which is read anew when it is needed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FederatedSet)]
    public string? FederatedTokenFile { get; set; }

    /// <summary>Shows a code to be typed into a browser, on any machine.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DeviceSet)]
    public SwitchParameter UseDeviceAuthentication { get; set; }

    /// <summary>Uses the sign-in of Azure CLI.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CliSet)]
    public SwitchParameter AzureCli { get; set; }

    /// <summary>
    /// Tokens got elsewhere, as SecureString or as text; each request takes the one for its audience.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = TokenSet)]
    [Secret]
    [FreeText]
    public SecureString[] AccessToken { get; set; } = [];

    /// <summary>Uses the sign-in of the Az modules in this session.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AzSet)]
    public SwitchParameter AzContext { get; set; }

    /// <summary>The tenant's id or domain.</summary>
    [Parameter(ParameterSetName = DefaultSet)]
    [Parameter(Mandatory = true, ParameterSetName = SecretSet)]
    [Parameter(Mandatory = true, ParameterSetName = CertificateSet)]
    [Parameter(Mandatory = true, ParameterSetName = CertificateFileSet)]
    [Parameter(Mandatory = true, ParameterSetName = FederatedSet)]
    [Parameter(ParameterSetName = DeviceSet)]
    [Parameter(ParameterSetName = CliSet)]
    [Alias("Tenant")]
    [FreeText]
    public string? TenantId { get; set; }

    /// <summary>
    /// The cloud by its name, or a hashtable of endpoints; that of the Az modules with -AzContext, else AzureCloud.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnvironmentCompleter))]
    public AzureEnvironment? Environment { get; set; }

    /// <summary>Hosts of one's own that tokens may go to: private endpoints and custom domains, by name.</summary>
    [Parameter]
    [TrustedHost]
    [ArgumentCompleter(typeof(TrustedHostCompleter))]
    public string[] TrustedHost { get; set; } = [];

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        this.WarnOfTexts();
        SignIn? signIn = null;
        try
        {
            signIn = ParameterSetName == AzSet ? null : SignIn();
            var session = signIn is null ? Azure.Identities.OfAz(Environment, TrustedHost) : Open(signIn);
            var identity = Azure.Wait(session.Connection.SignInAsync);
            AzureSession.Current = session;
            WriteObject(
                new AzureContext(
                    session.Connection.Hosts.Cloud.Name,
                    identity.TenantId,
                    identity.Account,
                    identity.ExpiresOn
                )
            );
        }
        catch (AzureException exception)
        {
            ThrowTerminatingError(exception.ToErrorRecord(signIn));
        }
    }

    private AzureSession Open(SignIn signIn)
    {
        var hosts = new TokenHosts(Environment ?? AzureEnvironment.AzureCloud, TrustedHost);
        return new AzureSession(DependencyContext.CreateAzureConnector().Connect(signIn, hosts)) { IsAskedFor = true };
    }

    private SignIn SignIn() =>
        ParameterSetName switch
        {
            IdentitySet => new ManagedIdentitySignIn(AccountId),
            SecretSet => new ServicePrincipalSignIn(ApplicationId!)
            {
                TenantId = TenantId,
                Secret = ClientSecret.Read(),
            },
            CertificateSet => new ServicePrincipalSignIn(ApplicationId!)
            {
                TenantId = TenantId,
                Certificate = Certificate,
            },
            CertificateFileSet => new ServicePrincipalSignIn(ApplicationId!)
            {
                TenantId = TenantId,
                Certificate = CertificateFile.Read(this, CertificatePath!, CertificatePassword.Read()),
            },
            FederatedSet => new ServicePrincipalSignIn(ApplicationId!)
            {
                TenantId = TenantId,
                FederatedTokenFile = SessionState.Path.GetUnresolvedProviderPathFromPSPath(FederatedTokenFile!),
            },
            // A warning is seen in every host and in the output of a runbook, where the host shows nothing.
            DeviceSet => new DeviceCodeSignIn(ApplicationId, message => Azure.OnPipeline(() => WriteWarning(message)))
            {
                TenantId = TenantId,
            },
            CliSet => new AzureCliSignIn { TenantId = TenantId },
            TokenSet => new AccessTokenSignIn([.. AccessToken.Select(token => token.Read()!)]),
            _ => new DefaultSignIn { TenantId = TenantId },
        };
}
