namespace IoTHubDisconnect.Knowledge;

/// <summary>Who ends a connection when its SAS token runs out, and when.</summary>
internal enum TokenRenewal : byte
{
    /// <summary>Not known: either side may.</summary>
    Unknown,

    /// <summary>The client reconnects after a fixed share of the lifetime, counted from the latest connect.</summary>
    ClientFromConnect,

    /// <summary>The client reconnects on a timer that a reconnect does not restart.</summary>
    ClientOnTimer,

    /// <summary>The hub closes after expiry; every connect brings a new token.</summary>
    Hub,

    /// <summary>The hub closes after expiry; a reconnect uses the old token while enough of its life is left.</summary>
    HubTokenReused,
}
