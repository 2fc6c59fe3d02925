using FleetGenerator.Clients;
using FleetGenerator.Sessions;

namespace FleetGenerator.Tokens;

/// <summary>The ends that a device's token brings.</summary>
internal sealed class TokenTrouble(Device device, IToken token) : ISessionEnder, IRestartAware
{
    public SessionEnd? Next(double connectedAt)
    {
        if (token.Connected(connectedAt) is not { } close)
            return null;
        if (close.ByHub)
        {
            return new SessionEnd(close.At, Cause.SasTokenExpired, close.At + device.Retry.First(device.Rng))
            {
                Code = ErrorCodes.ClosedRemotely,
                IsExpiry = true,
            };
        }

        var gap = device.Sdk.Name == SdkName.C ? device.Rng.Between(1, 11) : device.Rng.Between(0.3, 6);
        return new SessionEnd(close.At, Cause.SasTokenRenewed, close.At + gap);
    }

    public void Restarted(double at) => token.Restarted(at);
}
