using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;

namespace IoTHubDisconnect.Commands;

/// <content>What a test is told.</content>
public sealed partial class TestDeviceConnectivityCommand
{
    private const string HubSet = "Hub";
    private const string StringSet = "ConnectionString";
    private const string KeySet = "SharedAccessKey";
    private const string TokenSet = "SasToken";
    private const string CertificateSet = "Certificate";
    private const string FileSet = "CertificateFile";

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
}
