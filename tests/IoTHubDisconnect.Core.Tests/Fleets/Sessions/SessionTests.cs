namespace IoTHubDisconnect.Tests.Sessions;

public sealed class SessionTests
{
    /// <summary>
    /// Rows in shorthand, and the disconnects in shorthand: kind, time, code+related, duration, downtime, attempts.
    /// </summary>
    public static TheoryData<string, string, string> Cases =>
        new()
        {
            {
                "a session that ended",
                "10:00:00 C, 11:00:00 D 404104, 11:00:05 C",
                "Closed 11:00:00 404104 1:00:00 0:00:05"
            },
            {
                "an orderly close has no code",
                "10:00:00 C, 10:30:00 D, 10:30:02 C",
                "Closed 10:30:00 - 0:30:00 0:00:02"
            },
            { "begin not seen", "11:00:00 D 404104, 11:00:05 C", "Closed 11:00:00 404104 - 0:00:05" },
            { "return not seen", "10:00:00 C, 11:00:00 D 404104", "Closed 11:00:00 404104 1:00:00 -" },
            { "a session that goes on is none", "10:00:00 C", "" },
            {
                "expiry in two rows",
                "10:00:00 C, 11:00:00 D 401003, 11:00:01.2 D 404104, 11:00:05 C",
                "Closed 11:00:00 401003+404104 1:00:00 0:00:05"
            },
            {
                "expiry and one refusal",
                "10:00:00 C, 11:00:00 D 404104, 11:00:00.4 F 401003, 11:00:04 C",
                "Closed 11:00:00 404104+401003 1:00:00 0:00:04"
            },
            {
                "an error beside the informational row",
                "10:00:00 C, 11:00:00 D, 11:00:00.3 D 404104, 11:00:05 C",
                "Closed 11:00:00 404104 1:00:00 0:00:05"
            },
            {
                "an expired token that stays",
                "10:00:00 C, 11:00:00 D 404104, 11:00:01 F 401003, 11:00:03 F 401003, 11:00:09 F 401003",
                "Closed 11:00:00 404104+401003 1:00:00 - | Refused 11:00:01 401003 - - 3"
            },
            {
                "copies count once",
                "10:00:00 C, 10:00:00 C, 11:00:00 D 404104, 11:00:00 D 404104, 11:00:05 C, 11:00:05 C",
                "Closed 11:00:00 404104 1:00:00 0:00:05"
            },
            {
                "order in the file does not matter",
                "11:00:05 C, 10:00:00 C, 11:00:00 D 404104",
                "Closed 11:00:00 404104 1:00:00 0:00:05"
            },
            {
                "whole seconds: closed, then connected again",
                "10:00:00 C, 11:00:00 C, 11:00:00 D 404104, 12:00:00 D 404104",
                "Closed 11:00:00 404104 1:00:00 0:00:00 | Closed 12:00:00 404104 1:00:00 -"
            },
            {
                "whole seconds: connect row lost before",
                "11:00:00 C, 11:00:00 D 404104, 12:00:00 D 404104",
                "Closed 11:00:00 404104 - 0:00:00 | Closed 12:00:00 404104 1:00:00 -"
            },
            {
                "whole seconds: taken over, connect row lost before",
                "11:00:00 D 400027, 11:00:00 C, 12:00:00 D 400027, 12:00:00 C, 13:00:00 D",
                "Closed 11:00:00 400027 - 0:00:00 | Closed 12:00:00 400027 1:00:00 0:00:00 "
                    + "| Closed 13:00:00 - 1:00:00 -"
            },
            {
                "whole seconds: sessions within one",
                "11:00:00 C, 11:00:00 D 404104, 12:05:00 C, 12:05:00 D 404104, 13:15:00 C",
                "Closed 11:00:00 404104 0:00:00 1:05:00 | Closed 12:05:00 404104 0:00:00 1:10:00"
            },
            {
                "whole seconds: a session within one",
                "11:00:00 C, 11:00:00 D 404104, 11:00:30 C, 12:00:00 D",
                "Closed 11:00:00 404104 0:00:00 0:00:30 | Closed 12:00:00 - 0:59:30 -"
            },
            {
                "whole seconds: expiry and refusal",
                "10:00:00 C, 11:00:00 F 401003, 11:00:00 D 404104, 11:00:04 C",
                "Closed 11:00:00 404104+401003 1:00:00 0:00:04"
            },
            { "close row missing", "10:00:00 C, 11:00:00 C, 12:00:00 D 404104", "Closed 12:00:00 404104 1:00:00 -" },
            {
                "close row missing, but the refusal tells",
                "10:00:00 C, 11:00:00 F 401003, 11:00:04 C",
                "Closed 11:00:00 401003 1:00:00 0:00:04"
            },
            {
                "taken over, close first",
                "10:00:00 C, 11:00:00 D 400027, 11:00:00.1 C, 12:00:00 D 404104",
                "Closed 11:00:00 400027 1:00:00 0:00:00.1 | Closed 12:00:00 404104 0:59:59.9 -"
            },
            {
                "taken over, close after",
                "10:00:00 C, 11:00:00 C, 11:00:00.2 D 400027, 12:00:00 D 404104",
                "Closed 11:00:00.2000000 400027 1:00:00.2 0:00:00 | Closed 12:00:00 404104 1:00:00 -"
            },
            {
                "a fight in whole seconds",
                "10:00:00 C, 10:00:05 D 400027, 10:00:05 C @b, 10:00:05 D 400027 @b, 10:00:05 C, 10:00:06 D 400027",
                "Closed 10:00:05 400027 0:00:05 0:00:00 | Closed 10:00:05 400027 0:00:00 0:00:00 | Closed "
                    + "10:00:06 400027 0:00:01 -"
            },
            {
                "back twice in one instant",
                "10:00:00 C, 10:30:00.5 D 404104, 11:00:00.5 C, 11:00:00.5 D 400027, 11:00:00.5 C, 12:00:00 D 404104",
                "Closed 10:30:00.5000000 404104 0:30:00.5 0:30:00 | Closed 11:00:00.5000000 400027 0:00:00 0:00:00 "
                    + "| Closed 12:00:00 404104 0:59:59.5 -"
            },
            {
                "never got in",
                "10:00:00 F 401003, 10:00:02 F 401003, 10:00:06 F 401003",
                "Refused 10:00:00 401003 - - 3"
            },
            { "refused once", "10:00:00 F 403012, 10:05:00 C", "Refused 10:00:00 403012 - 0:05:00 1" },
            {
                "refused for two reasons",
                "10:00:00 F 403002, 10:00:10 F 403002, 10:01:00 F 403012, 10:02:00 C",
                "Refused 10:00:00 403002 - - 2 | Refused 10:01:00 403012 - 0:01:00 1"
            },
            {
                "the hub's codes by turns are one reason",
                "10:00:00 F 500001, 10:00:10 F 503001, 10:00:20 F 500001, 10:01:00 C",
                "Refused 10:00:00 500001+503001 - 0:01:00 3"
            },
            {
                "closed, then refused",
                "10:00:00 C, 11:00:00 D 404104, 11:00:02 F 404012, 11:00:10 F 404012, 11:10:00 C",
                "Closed 11:00:00 404104 1:00:00 0:10:00 | Refused 11:00:02 404012 - 0:09:58 2"
            },
            { "an error without a number", "10:00:00 C, 11:00:00 D Odd", "Closed 11:00:00 0 1:00:00 -" },
            { "text for a code", "10:00:00 F ServiceUnavailable", "Refused 10:00:00 503001 - - 1" },
            { "a bare status", "10:00:00 F 404", "Refused 10:00:00 404 - - 1" },
            {
                "each connect before the close of what it replaces",
                "10:00:00 C, 10:45:00 C, 10:45:08 D, 11:30:00 C, 11:30:06 D, 12:15:00 C, 12:15:09.9 D",
                "Closed 10:45:08 - 0:45:08 0:00:00 | Closed 11:30:06 - 0:45:06 0:00:00 | Closed "
                    + "12:15:09.9000000 - 0:45:09.9 0:00:00"
            },
            {
                "connect before the close, whatever its code",
                "10:00:00 C, 11:05:00 C, 11:05:00.5 D 404104, 12:10:00 D 404104, 12:10:03 C",
                "Closed 11:05:00.5000000 404104 1:05:00.5 0:00:00 | Closed 12:10:00 404104 1:05:00 0:00:03"
            },
            {
                "a short session is one, where the one before had ended",
                "10:00:00 C, 11:00:00 D, 11:00:02 C, 11:00:09 D, 11:30:00 C",
                "Closed 11:00:00 - 1:00:00 0:00:02 | Closed 11:00:09 - 0:00:07 0:29:51"
            },
            {
                "renewals that overlap from where the log begins",
                "10:00:00 C, 10:00:02 D, 10:45:00 C, 10:45:04 D, 11:30:06 C, 12:15:06 D, 12:15:08 C, 13:00:02 C, "
                    + "13:00:08 D, 13:45:03 C, 13:45:04 D",
                "Closed 10:00:02 - 0:00:02 0:44:58 | Closed 10:45:04 - 0:00:04 0:45:02 | Closed 12:15:06 - 0:45:00 "
                    + "0:00:02 | Closed 13:00:08 - 0:45:00 0:00:00 | Closed 13:45:04 - 0:45:02 0:00:00"
            },
            {
                "a device that wakes up to send, and a close that is missing",
                "10:00:00 C, 10:00:05 D, 11:00:00 C, 12:00:00 C, 12:00:05 D, 13:00:00 C, 13:00:05 D",
                "Closed 10:00:05 - 0:00:05 0:59:55 | Closed 12:00:05 - 0:00:05 0:59:55 | Closed 13:00:05 - 0:00:05 -"
            },
            {
                "expiry in two rows around the connect",
                "10:00:00 C, 11:00:00 D 401003, 11:00:01 C, 11:00:01.4 D 404104, 12:00:01 D 404104",
                "Closed 11:00:00 401003+404104 1:00:00 0:00:01 | Closed 12:00:01 404104 1:00:00 -"
            },
            {
                "expiry in two rows after the connect",
                "10:00:00 C, 11:00:00 C, 11:00:01 D 404104, 11:00:04 D 401003, 12:00:00 D 404104",
                "Closed 11:00:01 404104+401003 1:00:01 0:00:00 | Closed 12:00:00 404104 1:00:00 -"
            },
            {
                "expiry in two rows some seconds apart",
                "10:00:00 C, 11:00:00 D 404104, 11:00:04 D 401003, 11:00:09 C",
                "Closed 11:00:00 404104+401003 1:00:00 0:00:09"
            },
            {
                "refused for the expired token before the close",
                "10:00:00 C, 11:00:00 F 401003, 11:00:03 D 404104, 11:00:05 C",
                "Closed 11:00:00 401003+404104 1:00:00 0:00:05"
            },
            {
                "a close from afar within a run",
                "10:00:00 F 403002, 10:00:10 F 403002, 10:00:15 D 404104, 10:00:20 F 403002, 10:00:30 F "
                    + "404104, 10:00:40 F 403002, 10:01:00 C",
                "Refused 10:00:00 403002+404104 - 0:01:00 5"
            },
            {
                "a close of a session from before the log, whose device is refused by then",
                "10:00:00 F 401003, 10:00:05 F 401003, 10:00:15 D 404104, 10:00:20 F 401003, 10:01:00 C",
                "Refused 10:00:00 401003 - 0:01:00 3 | Closed 10:00:15 404104 - 0:00:45"
            },
            {
                "a run that a close from afar begins",
                "10:00:00 F 404104, 10:00:10 F 403012, 10:00:20 F 403012",
                "Refused 10:00:00 403012+404104 - - 3"
            },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    [MemberData(nameof(SessionLimits.Cases), MemberType = typeof(SessionLimits))]
    public void Pairs_rows_into_disconnects(string name, string rows, string expected)
    {
        _ = name;
        Assert.Equal(expected, string.Join(" | ", new TestLog().Add(rows).Disconnects().Select(Shorthand)));
    }

    [Fact]
    public void Keeps_devices_modules_and_hubs_apart()
    {
        var log = new TestLog()
            .Add("10:00:00 C, 11:00:00 D 404104", module: "edge")
            .Add("10:30:00 C, 11:00:00 D 404104")
            .Add("10:45:00 C, 11:00:00 D 404104", hub: "contoso-eu")
            .Add("10:50:00 C, 11:00:00 D 404104", hub: "CONTOSO-US");
        Assert.Equal(
            ["contoso-eu device", "contoso-eu device/edge", "CONTOSO-US device"],
            log.Disconnects().Select(d => $"{d.HubName} {d.DeviceId}{(d.ModuleId is null ? "" : "/" + d.ModuleId)}")
        );
    }

    [Fact]
    public void Carries_the_sdk_forward_from_the_connect()
    {
        var log = new TestLog().Add("10:00:00 C", sdk: TestLog.C).Add("10:48:00 D", sdk: "");
        var disconnect = Assert.Single(log.Disconnects());
        Assert.Equal(("C", "1.14.0"), (disconnect.SdkName, disconnect.SdkVersion));
    }

    private static string Shorthand(DeviceDisconnect d)
    {
        var code = d.ErrorCode is null
            ? "-"
            : $"{d.ErrorCode}{(d.RelatedErrorCode is { } related ? $"+{related}" : "")}";
        var text =
            $"{d.Kind} {Span(d.Time - TestLog.At("0:00:00"), pad: true)} {code} {Span(d.Duration)} {Span(d.Downtime)}";
        return d.Attempts is { } attempts ? $"{text} {attempts}" : text;
    }

    private static string Span(TimeSpan? span, bool pad = false) =>
        span is null ? "-" : span.Value.ToString(pad ? "c" : "g", System.Globalization.CultureInfo.InvariantCulture);
}
