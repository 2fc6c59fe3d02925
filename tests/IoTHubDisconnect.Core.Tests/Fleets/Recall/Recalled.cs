using IoTHubDisconnect.Fleets.Recall;

namespace IoTHubDisconnect.Tests.Recall;

/// <summary>Lets disconnects come back one by one, without their log.</summary>
internal static class Recalled
{
    public static DeviceDisconnect Alone(DeviceDisconnect disconnect) =>
        new RecalledDisconnect
        {
            HubName = disconnect.HubName,
            ResourceId = disconnect.ResourceId,
            DeviceId = disconnect.DeviceId,
            ModuleId = disconnect.ModuleId,
            Kind = disconnect.Kind,
            Time = disconnect.Time,
            Duration = disconnect.Duration,
            Downtime = disconnect.Downtime,
            ErrorCode = disconnect.ErrorCode,
            ErrorName = disconnect.ErrorName,
            RelatedErrorCode = disconnect.RelatedErrorCode,
            Attempts = disconnect.Attempts,
            Protocol = disconnect.Protocol,
            AuthenticationType = disconnect.AuthenticationType,
            SdkName = disconnect.SdkName,
            SdkVersion = disconnect.SdkVersion,
            MaskedIpAddress = disconnect.MaskedIpAddress,
            FirstAttempt = At(disconnect.Record.AttemptAt),
            LastRow = At(disconnect.Record.LastRowAt),
            EarlierConnectedAt = At(disconnect.Record.EarlierConnectedAt),
            TokenLifetime = disconnect.Profile.TokenLifetime,
            LogStart = disconnect.Hub.FirstRow,
            LogEnd = disconnect.Hub.LastRow,
            LacksConnects = disconnect.Hub.LacksConnects,
        }.Restore(cause: null);

    private static DateTimeOffset? At(long ticks) => ticks == 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
}
