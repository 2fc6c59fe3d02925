namespace FleetGenerator.Clients;

/// <summary>The client libraries that devices use, as labels name them in lower case.</summary>
public enum SdkName
{
    /// <summary>azure-iot-sdk-c.</summary>
    C,

    /// <summary>azure-iot-device for Node.js.</summary>
    Node,

    /// <summary>azure-iot-device for Python.</summary>
    Python,

    /// <summary>Microsoft.Azure.Devices.Client 1.x.</summary>
    DotNet,

    /// <summary>iot-device-client for Java.</summary>
    Java,

    /// <summary>azure-sdk-for-c.</summary>
    EmbeddedC,

    /// <summary>Azure RTOS (Eclipse ThreadX) NetX Duo.</summary>
    ThreadX,

    /// <summary>azure-iot-middleware-freertos.</summary>
    FreeRtos,

    /// <summary>azure-sdk-for-c-arduino.</summary>
    Arduino,

    /// <summary>A plain MQTT client without any SDK.</summary>
    Raw,
}
