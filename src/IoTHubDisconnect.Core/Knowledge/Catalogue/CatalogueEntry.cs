namespace IoTHubDisconnect.Knowledge;

/// <summary>The facts of one code, family of codes or cause that need no translation.</summary>
internal sealed record CatalogueEntry
{
    /// <summary>The key of the entry's texts: <c>404104</c>, <c>404xxx</c> or <c>SasTokenExpired</c>.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public int? ErrorCode { get; init; }

    public CauseName? Cause { get; init; }

    public HubBarrier Barrier { get; init; }

    public ErrorGroup Group { get; init; }

    /// <summary>Texts that may stand in a log where the number is expected.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public ResponsibleParty WhoActs { get; init; }

    public bool? IsExpected { get; init; }

    public int? Symptom { get; init; }

    public DisconnectScope? Scope { get; init; }

    public IReadOnlyList<int> ErrorCodes { get; init; } = [];

    public IReadOnlyList<CauseName> PossibleCauses { get; init; } = [];

    /// <summary>The main one first; a path below learn.microsoft.com, or a whole address elsewhere.</summary>
    public required IReadOnlyList<string> Links { get; init; }
}
