using System.Globalization;
using System.Text;
using CsCheck;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Core.Tests.Knowledge.Catalogue;

public class ErrorCodesTests
{
    [Theory]
    [InlineData(401003, nameof(ErrorGroup.Unauthorized))]
    [InlineData(401001, nameof(ErrorGroup.Unauthorized))]
    [InlineData(401, nameof(ErrorGroup.Unauthorized))]
    [InlineData(403012, nameof(ErrorGroup.DeviceDisabled))]
    [InlineData(404001, nameof(ErrorGroup.DeviceNotFound))]
    [InlineData(404010, nameof(ErrorGroup.DeviceNotFound))]
    [InlineData(403002, nameof(ErrorGroup.QuotaExceeded))]
    [InlineData(403005, nameof(ErrorGroup.Throttled))]
    [InlineData(429002, nameof(ErrorGroup.Throttled))]
    [InlineData(429999, nameof(ErrorGroup.Throttled))]
    [InlineData(404012, nameof(ErrorGroup.HubFailover))]
    [InlineData(400029, nameof(ErrorGroup.HubMaintenance))]
    [InlineData(400030, nameof(ErrorGroup.HubMaintenance))]
    [InlineData(400027, nameof(ErrorGroup.Takeover))]
    [InlineData(409002, nameof(ErrorGroup.Takeover))]
    [InlineData(404104, nameof(ErrorGroup.RemoteClosed))]
    [InlineData(500001, nameof(ErrorGroup.HubFault))]
    [InlineData(500999, nameof(ErrorGroup.HubFault))]
    [InlineData(502000, nameof(ErrorGroup.HubFault))]
    [InlineData(503102, nameof(ErrorGroup.HubFault))]
    [InlineData(504101, nameof(ErrorGroup.HubFault))]
    [InlineData(400001, nameof(ErrorGroup.Other))]
    [InlineData(403001, nameof(ErrorGroup.Other))]
    [InlineData(404103, nameof(ErrorGroup.Other))]
    [InlineData(499000, nameof(ErrorGroup.Other))]
    [InlineData(-1, nameof(ErrorGroup.Other))]
    public void Code_belongs_to_its_group(int code, string group) =>
        Assert.Equal(group, ErrorCodes.GroupOf(code).ToString());

    [Theory]
    [InlineData("404104", 404104)]
    [InlineData("401", 401)]
    [InlineData("DeviceConnectionClosedRemotely", 404104)]
    [InlineData("IOTHUBUNAUTHORIZED", 401003)]
    [InlineData("ServiceUnavailable", 503001)]
    [InlineData("InternalServerError", 500001)]
    [InlineData("", null)]
    [InlineData("0", null)]
    [InlineData("200", null)]
    [InlineData("-404104", null)]
    [InlineData("404104x", null)]
    [InlineData("99999999999", null)]
    [InlineData("Success", null)]
    [InlineData("ServiceUnavailableX", null)]
    public void Code_is_read_from_number_or_name(string text, int? code) =>
        Assert.Equal(code, ErrorCodes.CodeOf(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Every_name_leads_to_its_code_and_back()
    {
        foreach (var entry in CatalogueFacts.Shared.Codes)
        {
            Assert.Equal(entry.Name, ErrorCodes.NameOf(entry.ErrorCode!.Value));
            Assert.Equal(entry.ErrorCode, ErrorCodes.CodeOf(Encoding.UTF8.GetBytes(entry.Name)));
            Assert.Equal(entry.Group, ErrorCodes.GroupOf(entry.ErrorCode.Value));
        }
    }

    [Fact]
    public void Every_number_of_an_error_is_read_as_it_stands() =>
        Gen.Int[400_000, 599_999]
            .Sample(code =>
                ErrorCodes.CodeOf(Encoding.UTF8.GetBytes(code.ToString(CultureInfo.InvariantCulture))) == code
            );

    [Fact]
    public void Reading_and_grouping_allocates_nothing()
    {
        ErrorCodes.CodeOf("ServiceUnavailable"u8);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            ErrorCodes.GroupOf(ErrorCodes.CodeOf("404104"u8)!.Value);
            ErrorCodes.NameOf(ErrorCodes.CodeOf("ServiceUnavailable"u8)!.Value);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
