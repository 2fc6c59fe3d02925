using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.Storage;

/// <summary>Compares what Get gives, in whatever order threads made it.</summary>
internal static class Answers
{
    /// <summary>Gives each disconnect with all that it tells, sorted.</summary>
    public static string[] Of(Outcome outcome) =>
        [
            .. outcome
                .As<DeviceDisconnect>()
                .Select(d =>
                    string.Join(
                        '|',
                        d.HubName,
                        d.ResourceId,
                        d.DeviceId,
                        d.ModuleId,
                        d.Kind,
                        d.Time.ToString("O"),
                        d.ConnectedAt?.ToString("O"),
                        d.Duration,
                        d.ReconnectedAt?.ToString("O"),
                        d.Downtime,
                        d.ErrorCode,
                        d.RelatedErrorCode,
                        d.Attempts,
                        d.Protocol,
                        d.AuthenticationType,
                        d.SdkName,
                        d.SdkVersion,
                        d.MaskedIpAddress
                    )
                )
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>
    /// Runs the same twice, with a storage account and with files as the source, and expects one answer.
    /// </summary>
    public static void ShouldEqualFiles(this Session session, string ofStorage, string ofFiles)
    {
        Outcome stored = session.Run(ofStorage),
            filed = session.Run(ofFiles);
        Assert.Null(stored.Thrown);
        Assert.NotEmpty(filed.Output);
        Assert.Equal(Of(filed), Of(stored));
    }
}
