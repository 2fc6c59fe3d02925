using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>What no log tells for sure is not told for sure.</summary>
public sealed class ConfidenceLimitTests
{
    public static TheoryData<string, string, string, CauseName, double, double> Cases =>
        new()
        {
            {
                "away for three hours",
                "",
                Repeated([7000, 9000, 5000], "D 404104", 10_800),
                CauseName.NetworkLost,
                0.85,
                1
            },
            {
                "away for five hours: or switched off",
                "",
                Repeated([7000, 9000, 5000], "D 404104", 18_000),
                CauseName.NetworkLost,
                0.5,
                0.85
            },
            {
                "a token of two hours of a client that leaves it to the hub",
                TestLog.FreeRtos,
                Repeated(Around(7201, 0.5, 8), "D 404104", 2),
                CauseName.SasTokenExpired,
                0.9,
                1
            },
            {
                "always two hours: or a carrier's limit",
                "",
                Repeated(Around(7201, 0.5, 8), "D 404104", 2),
                CauseName.SasTokenExpired,
                0.5,
                0.75
            },
            {
                "two hours and the hub's delays",
                "",
                Repeated([7201, 7501, 7801, 7201, 7501, 7801, 7201], "D 404104", 2),
                CauseName.SasTokenExpired,
                0.9,
                1
            },
            {
                "401003 at no lifetime that others bear out",
                "",
                "0:00:00 C, 3:17:40 D 401003, 3:17:43 C",
                CauseName.SasTokenExpired,
                0.5,
                0.75
            },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_as_sure_as_the_log_allows(
        string name,
        string sdk,
        string rows,
        CauseName cause,
        double least,
        double most
    )
    {
        var told = new TestLog().Add(rows, sdk: sdk).Causes().Last(c => c.Duration is not null);
        Assert.True(
            told.Cause == cause && told.Confidence > least && told.Confidence <= most,
            $"{name}: {told.Cause} {told.Confidence}\n{string.Join('\n', told.Evidence)}"
        );
    }
}
