namespace FleetGenerator.Tokens;

/// <summary>A certificate, or AMQP, where tokens are renewed in-band: no session ends for it.</summary>
internal sealed class NoToken : IToken
{
    public TokenClose? Connected(double at) => null;

    public void Restarted(double at) { }
}
