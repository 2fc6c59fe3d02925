using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>The hub refuses the credentials.</summary>
public sealed class UnauthorizedTests
{
    public static TheoryData<string, string, string, string, bool> Cases =>
        new()
        {
            { "a wrong key", TestLog.C, "sas", "0:00:00 F 401003, 0:00:02 F 401003, 0:00:06 F 401003", true },
            {
                "a certificate that ran out",
                TestLog.C,
                "x509Certificate",
                "0:00:00 C, 5:00:00 D 404104, 5:00:03 F 401003, 5:05:00 F 401003",
                true
            },
            {
                "a token that is no good a moment after it was",
                TestLog.C,
                "sas",
                Repeated(Around(2, 1, 30), "D 401003", 5),
                true
            },
            { "a token that ran out", TestLog.DotNet, "sas", "0:00:00 C, 1:05:01 D 401003, 1:05:06 C", false },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_found_where_it_was(string name, string sdk, string auth, string rows, bool isIt)
    {
        var last = new TestLog().Add(rows, sdk: sdk, auth: auth).Causes()[^1];
        Assert.True(
            (last.Cause == CauseName.Unauthorized) == isIt,
            $"{name}: {last.Cause} {last.Confidence}\n{string.Join('\n', last.Evidence)}"
        );
    }

    [Fact]
    public void Is_told_of_all_that_are_refused_together()
    {
        var log = new TestLog();
        for (var i = 0; i < 6; i++)
            log.Add($"0:00:{i:00} F 401003, 0:01:{i:00} F 401003", $"d{i}", ip: $"10.0.{i}.XXX");

        Each.Passes(
            log.Causes(),
            c =>
                Assert.Equal(
                    (
                        CauseName.Unauthorized,
                        "On all 2 tries the hub refused the credentials, as those of 5 others within minutes."
                    ),
                    (c.Cause, c.Reason)
                )
        );
    }
}
