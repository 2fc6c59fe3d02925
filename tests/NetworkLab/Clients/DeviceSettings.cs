namespace NetworkLab.Clients;

/// <summary>What a device is told when it starts.</summary>
internal sealed record DeviceSettings
{
    /// <summary>The hub's name.</summary>
    public required string Host { get; init; }

    public required string DeviceId { get; init; }

    public required string ConnectionString { get; init; }

    /// <summary>A SAS token, for programs that make none.</summary>
    public required string Token { get; init; }

    public required DateTimeOffset TokenExpiresAt { get; init; }

    /// <summary>The time that it takes it to be.</summary>
    public required DeviceClock Clock { get; init; }

    /// <summary>Between two messages; zero for none.</summary>
    public required TimeSpan SendEvery { get; init; }

    /// <summary>How long tokens live, its own as well.</summary>
    public required TimeSpan TokenLifetime { get; init; }

    /// <summary>Whether the application makes them, so that no SDK may renew them.</summary>
    public required bool IsTokenFixed { get; init; }

    /// <summary>The PEM file of the authority to trust.</summary>
    public required string AuthorityPath { get; init; }

    public string UserName => $"{Host}/{DeviceId}/?api-version=2021-04-12";
}
