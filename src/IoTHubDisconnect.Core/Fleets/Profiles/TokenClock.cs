using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Sessions;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// Follows which token a device used in each session: .NET's client reconnects with the old one while it has enough
/// life left.
/// </summary>
internal static class TokenClock
{
    /// <summary>Notes for each record the time its token was made, in UTC ticks; 0 where no start was seen.</summary>
    [MethodImpl(HotPath.Profiles)]
    public static void Follow(DeviceProfile device)
    {
        var records = device.Records;
        var mayReuse = device.Behaviour.Renewal is TokenRenewal.HubTokenReused or TokenRenewal.Unknown;
        var reuse = (device.Closings.Expiry?.Lifetime ?? TokenExpiry.UsualLifetime) * SdkBehaviour.ReuseUntilShare;
        long start = 0;
        for (var i = 0; i < records.Length; i++)
        {
            ref var record = ref records[i];
            if (record.Kind != DisconnectKind.Closed || record.ConnectedAt == 0)
                continue;
            if (
                start == 0
                && mayReuse
                && record.EarlierConnectedAt != 0
                && DisconnectRecord.Seconds(record.ConnectedAt - record.EarlierConnectedAt) < reuse
            )
                start = record.EarlierConnectedAt;
            if (start == 0 || !mayReuse || DisconnectRecord.Seconds(record.ConnectedAt - start) >= reuse)
                start = record.ConnectedAt;
            record.TokenStart = start;
            var age = DisconnectRecord.Seconds(record.Time - start);
            var hasEnded =
                record.IsUnauthorized
                || device.Closings.FitsExpiry(age)
                || record.Age is { } session && device.Closings.FitsExpiry(session);
            if (hasEnded)
                start = 0;
        }
    }
}
