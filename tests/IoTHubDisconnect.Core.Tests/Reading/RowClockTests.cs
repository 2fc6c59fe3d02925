using System.Text;
using CsCheck;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Core.Tests.Reading;

public sealed class RowClockTests
{
    private static readonly Gen<string> Time =
        from minute in Gen.OneOf(
            "2026-11-16T01:58",
            "2026-11-16T01:59",
            "2026-02-30T01:58",
            "2026-11-16 01:58",
            "16 Nov 2026 1:58",
            "0001-01-01T00:00"
        )
        from seconds in Gen.Int[0, 61]
        from fraction in Gen.OneOf(".0000000", ".7790000", ".9999999", ",7790000", ".779", ".77x0000", "")
        from end in Gen.OneOf("Z", "Z", "Z", "z", "", "+01:00", "\n")
        select $"{minute}:{seconds:D2}{fraction}{end}";

    [Fact]
    public void Reads_each_time_as_if_it_stood_alone()
    {
        var clock = new RowClock();
        Time.Sample(
            text =>
            {
                var utf8 = Encoding.UTF8.GetBytes(text);
                Assert.Equal(RowTime.TryParse(utf8, out var expected), clock.TryRead(utf8, out var ticks));
                Assert.Equal(expected, ticks);
            },
            iter: 5_000,
            threads: 1
        );
    }
}
