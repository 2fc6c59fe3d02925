namespace IoTHubDisconnect;

/// <summary>Why a device needs attention.</summary>
public enum AttentionReason
{
    /// <summary>It is away.</summary>
    Away,

    /// <summary>It has trouble again and again that stays until somebody does something.</summary>
    LastingTrouble,

    /// <summary>It loses its connection by itself too often.</summary>
    RepeatedDrops,

    /// <summary>
    /// It was away when the time reported began, was not meant to be for so long, and came back in it.
    /// </summary>
    AwayBefore,
}
