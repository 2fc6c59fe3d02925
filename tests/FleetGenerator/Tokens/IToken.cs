namespace FleetGenerator.Tokens;

/// <summary>A device's credential as time goes by. Times are in seconds of the simulation.</summary>
internal interface IToken
{
    /// <summary>A session begins: when will it end for the token's sake? Null for never.</summary>
    TokenClose? Connected(double at);

    /// <summary>The client was created anew.</summary>
    void Restarted(double at);
}

/// <summary>The end of a session that a token brings.</summary>
internal readonly record struct TokenClose(double At, bool ByHub);
