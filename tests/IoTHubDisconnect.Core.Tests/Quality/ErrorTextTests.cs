using static IoTHubDisconnect.Core.Tests.Quality.PressRows;

namespace IoTHubDisconnect.Core.Tests.Quality;

/// <summary>What went wrong, told in words, levels and numbers of other kinds.</summary>
public sealed class ErrorTextTests
{
    /// <summary>A column, the text in it, the operation, and the code and cause that it must come to.</summary>
    public static TheoryData<string, string, string, int, string> Texts()
    {
        var texts = new TheoryData<string, string, string, int, string>();
        foreach (var column in (string[])["ResultDescription", "ResultType"])
        {
            texts.Add(column, "DeviceConnectionClosedRemotely", "deviceDisconnect", 404104, "");
            texts.Add(
                column,
                "404104 DeviceConnectionClosedRemotely: the peer is gone",
                "deviceDisconnect",
                404104,
                ""
            );
            texts.Add(column, "Device connection closed remotely.", "DEVICEDISCONNECT", 404104, "");
            texts.Add(column, "NotFound", "deviceDisconnect", 404104, "");
            texts.Add(column, "NotFound", "deviceConnect", 404, "Unknown");
            texts.Add(column, "404", "moduleConnect", 404, "Unknown");
            texts.Add(column, "Unauthorized", "deviceConnect", 401, "Unauthorized");
            texts.Add(column, "unauthorized access", "moduleConnect", 401, "Unauthorized");
            texts.Add(column, "IotHubUnauthorizedAccess", "deviceConnect", 401002, "Unauthorized");
            texts.Add(column, "{\"errorCode\":401003,\"message\":\"token\"}", "deviceConnect", 401003, "Unauthorized");
            texts.Add(column, "TooManyRequests", "deviceConnect", 429, "Throttled");
            texts.Add(column, "Too many requests", "deviceConnect", 429, "Throttled");
            texts.Add(column, "ServiceUnavailable", "deviceConnect", 503001, "HubFault");
            texts.Add(column, "503", "deviceConnect", 503, "HubFault");
        }
        return texts;
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Texts_in_place_of_codes_are_understood(
        string column,
        string text,
        string operation,
        int code,
        string cause
    )
    {
        foreach (var dialect in LogDialect.All)
        {
            using var log = dialect.Read([
                Row(Start, operation, (column, text)),
                Row(Start.AddHours(1), operation, (column, text)),
            ]);
            var first = LogDialect.CausesOf(log)[0];
            Assert.Equal(code, first.ErrorCode);
            if (cause.Length > 0)
                Assert.Equal(cause, $"{first.Cause}");
        }
    }

    [Theory]
    [InlineData("Forbidden", 403)]
    [InlineData("The frobnicator is out of order", 0)]
    [InlineData("123456789", 0)]
    public void What_is_not_understood_is_shown(string text, int code)
    {
        foreach (var dialect in LogDialect.All)
        {
            using var log = dialect.Read([Row(Start, "deviceConnect", ("ResultType", text), ("Level", "Error"))]);
            var cause = Assert.Single(LogDialect.CausesOf(log));
            Assert.Equal((DisconnectKind.Refused, code, text), (cause.Kind, cause.ErrorCode, cause.ErrorName));
            Assert.Contains(text, cause.Reason, StringComparison.Ordinal);
            Assert.True(cause.Confidence < 0.6, $"{cause}");
        }
    }

    [Theory]
    [InlineData("error")]
    [InlineData("Warning")]
    [InlineData("CRITICAL")]
    public void Levels_of_failure_are_known_in_any_case(string level)
    {
        using var log = LogDialect
            .All[0]
            .Read([
                Row(Start, "deviceConnect", ("Level", level)),
                Row(Start.AddMinutes(9), "deviceDisconnect", ("Level", "informational")),
            ]);
        var causes = LogDialect.CausesOf(log);
        Assert.Equal(
            [(DisconnectKind.Refused, 0), (DisconnectKind.Closed, (int?)null)],
            causes.Select(c => (c.Kind, c.ErrorCode))
        );
        Assert.True(log.Quality.IsComplete);
    }
}
