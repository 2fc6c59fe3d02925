using System.Net;
using System.Text.Json.Nodes;
using HubStandIn.Registry;

namespace HubStandIn.Tests.Http;

public sealed class DeviceApiTests : IAsyncLifetime
{
    private StandInHub _hub = null!;
    private HubIdentity _identity = null!;

    public async Task InitializeAsync()
    {
        _hub = await StandInHub.StartAsync();
        _identity = _hub.Registry.Add("device-1");
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task A_message_is_taken_without_a_row()
    {
        using var client = new HubClient(_hub, _hub.Token(_identity, TimeSpan.FromHours(1)));
        using var answer = await client.PostAsync("/devices/device-1/messages/events", new JsonObject { ["t"] = 21 });
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(new TelemetryMessage("device-1", null, "Https", """{"t":21}"""), _hub.Telemetry.Messages.Single());
        Assert.Empty(_hub.Rows);
    }

    [Theory]
    [InlineData("expired", HttpStatusCode.Unauthorized, "IotHubUnauthorized")]
    [InlineData("none", HttpStatusCode.Unauthorized, "IotHubUnauthorized")]
    [InlineData("disabled", HttpStatusCode.Forbidden, "DeviceDisabled")]
    [InlineData("deleted", HttpStatusCode.NotFound, "DeviceNotFound")]
    [InlineData("throttled", HttpStatusCode.TooManyRequests, "ThrottlingException")]
    [InlineData("quota", HttpStatusCode.Forbidden, "IotHubQuotaExceeded")]
    public async Task A_refusal_has_its_status_and_its_name(string why, HttpStatusCode status, string name)
    {
        var token = why == "none" ? null : _hub.Token(_identity, TimeSpan.FromHours(why == "expired" ? -1 : 1));
        _identity.IsEnabled = why != "disabled";
        if (why == "deleted")
            _hub.Registry.Remove(_identity);
        _hub.Conditions.Refusal = why switch
        {
            "throttled" => HubErrorCode.ThrottlingException,
            "quota" => HubErrorCode.IotHubQuotaExceeded,
            _ => null,
        };
        using var client = new HubClient(_hub, token);
        using var answer = await client.PostAsync("/devices/device-1/messages/events", new JsonObject());
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(name, answer.Headers.GetValues("iothub-errorcode").Single());
        Assert.Contains($"ErrorCode:{name};", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_twin_cannot_be_had()
    {
        using var client = new HubClient(_hub, _hub.Token(_identity, TimeSpan.FromHours(1)));
        using var answer = await client.GetAsync("/devices/device-1/twin");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_date_shows_how_wrong_a_clock_is()
    {
        _hub.Conditions.DateSkew = TimeSpan.FromMinutes(-17);
        using var client = new HubClient(_hub, null);
        using var answer = await client.GetAsync("/");
        Assert.InRange(
            DateTimeOffset.UtcNow - answer.Headers.Date!.Value,
            TimeSpan.FromMinutes(16.9),
            TimeSpan.FromMinutes(18)
        );
    }
}
