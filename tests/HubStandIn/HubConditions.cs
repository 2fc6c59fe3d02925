namespace HubStandIn;

/// <summary>How the hub fares at the moment.</summary>
public sealed class HubConditions
{
    /// <summary>What every sign-in and request is answered with; null where all is well.</summary>
    public HubErrorCode? Refusal { get; set; }

    /// <summary>
    /// How far the hub's clock is ahead of the right time, as the Date header of its answers shows it.
    /// </summary>
    public TimeSpan DateSkew { get; set; }

    /// <summary>True where service calls take only Microsoft Entra tokens.</summary>
    public bool DisableLocalAuth { get; set; }

    /// <summary>What the roles of a Microsoft Entra principal allow.</summary>
    public Authentication.HubRights EntraRights { get; set; } =
        Authentication.HubRights.RegistryRead | Authentication.HubRights.ServiceConnect;

    /// <summary>How long a twin or a direct method takes, on top of what it takes.</summary>
    public TimeSpan AnswerDelay { get; set; }
}
