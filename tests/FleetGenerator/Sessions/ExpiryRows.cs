namespace FleetGenerator.Sessions;

/// <summary>Writes the end of a session whose token has expired, in the hub's own pattern.</summary>
internal sealed class ExpiryRows(Device device, ConnectionLog log)
{
    /// <summary>Returns when the client tries to connect with a token that is good.</summary>
    public double Write(SessionEnd end)
    {
        var pattern = device.Hub.ExpiryPatterns.Draw(device.Rng);
        var unauthorizedFirst = pattern is ExpiryPattern.UnauthorizedThenClosed or ExpiryPattern.UnauthorizedOnly;
        var draft = log.Closed(
            device,
            device.Client,
            end.At,
            unauthorizedFirst ? ErrorCodes.Unauthorized : ErrorCodes.ClosedRemotely,
            end.Cause,
            end.Scope,
            null
        );

        switch (pattern)
        {
            case ExpiryPattern.UnauthorizedThenClosed:
                var second = end.At + device.Rng.Between(0.02, 1.3);
                log.Disconnect(draft, device, device.Client, second, ErrorCodes.ClosedRemotely);
                return Math.Max(end.BackAt, second + device.Rng.Between(0.1, 0.5));

            case ExpiryPattern.ClosedThenRefused when device.Check(end.BackAt) is null:
                var refused = end.At + device.Rng.Between(0.1, 1.7);
                log.Refused(draft, device, refused, ErrorCodes.Unauthorized);
                return Math.Max(end.BackAt, refused + device.Rng.Between(0.5, 3));

            default:
                return end.BackAt;
        }
    }
}
