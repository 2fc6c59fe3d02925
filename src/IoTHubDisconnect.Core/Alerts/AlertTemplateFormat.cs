namespace IoTHubDisconnect;

/// <summary>What a template is written in.</summary>
public enum AlertTemplateFormat
{
    /// <summary>Bicep.</summary>
    Bicep,

    /// <summary>The JSON that Azure Resource Manager takes.</summary>
    Arm,
}
