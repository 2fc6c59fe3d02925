namespace AzureStandIn.ResourceManager;

/// <summary>An IoT hub. Its properties may be changed at any time and show in the next answer.</summary>
public sealed class IotHub(ArmId id)
{
    /// <summary>The type's name as Azure Resource Manager spells it.</summary>
    public const string Type = "Microsoft.Devices/IotHubs";

    /// <summary>The resource id.</summary>
    public ArmId Id => id;

    /// <summary>The region.</summary>
    public string Location { get; set; } = "westeurope";

    /// <summary>The paired region; with <see cref="Location"/> it makes up the locations and their roles.</summary>
    public string SecondaryLocation { get; set; } = "northeurope";

    /// <summary>True after a failover: the two locations have changed roles.</summary>
    public bool FailedOver { get; set; }

    /// <summary>F1, B1 to B3, S1 to S3.</summary>
    public string Sku { get; set; } = "S1";

    /// <summary>How many units of the tier.</summary>
    public int Units { get; set; } = 1;

    /// <summary>Active, Suspended, Activating ...</summary>
    public string State { get; set; } = "Active";

    /// <summary>True where keys of the hub and of devices are switched off.</summary>
    public bool DisableLocalAuth { get; set; }

    /// <summary>True where devices cannot use SAS tokens.</summary>
    public bool DisableDeviceSas { get; set; }

    /// <summary>Enabled or Disabled.</summary>
    public string PublicNetworkAccess { get; set; } = "Enabled";

    /// <summary>The addresses of rules that reject; empty for none.</summary>
    public IReadOnlyList<string> RejectedAddresses { get; set; } = [];

    /// <summary>1.0 or 1.2; null where the hub has no such property.</summary>
    public string? MinTlsVersion { get; set; }

    /// <summary>The name that all have used so far; null for the usual one.</summary>
    public string? HostName { get; set; }

    /// <summary>V1 or V2; what versions of the API before 2026-11-01 do not tell.</summary>
    public string GatewayVersion { get; set; } = "V1";

    /// <summary>What devices call a hub of the second gateway; null for older ones. Told with the gateway.</summary>
    public string? DeviceHostName { get; set; }

    /// <summary>What services call it.</summary>
    public string? ServiceHostName { get; set; }

    /// <summary>Where the hub's logs go.</summary>
    public IList<DiagnosticSetting> DiagnosticSettings { get; } = [];

    /// <summary>What others do to the hub while a request to make a setting is on its way; null for nothing.</summary>
    public Action? WhileSettingIsMade { get; set; }

    /// <summary>What Resource Health tells, the latest first.</summary>
    public IList<AvailabilityStatus> Health { get; } = [];

    /// <summary>UTC; when someone asked for a failover, by the activity log.</summary>
    public IList<DateTimeOffset> Failovers { get; } = [];

    /// <summary>
    /// The connectedDeviceCount metric by minute. Minutes that are missing have a point without numbers.
    /// </summary>
    public IDictionary<DateTimeOffset, MetricValue> ConnectedDeviceCount { get; } =
        new Dictionary<DateTimeOffset, MetricValue>();

    /// <summary>Tables that a role on the hub keeps closed, though it opens the others.</summary>
    public IReadOnlyList<string> DeniedTables { get; set; } = [];

    /// <summary>False where no workspace has rows of this hub, so that a query of its logs finds no table.</summary>
    public bool HasLogs { get; set; } = true;
}
