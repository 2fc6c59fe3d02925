using System.Net;
using System.Text.Json.Nodes;
using HubStandIn.Registry;

namespace HubStandIn.Tests.Http;

public sealed class DeviceApiTests : IAsyncLifetime
{
    private StandInHub hub = null!;
    private HubIdentity identity = null!;

    public async Task InitializeAsync()
    {
        hub = await StandInHub.StartAsync();
        identity = hub.Registry.Add("device-1");
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task A_message_is_taken_without_a_row()
    {
        using var client = new HubClient(hub, hub.Token(identity, TimeSpan.FromHours(1)));
        using HttpResponseMessage answer = await client.PostAsync(
            "/devices/device-1/messages/events",
            new JsonObject { ["t"] = 21 }
        );
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(new TelemetryMessage("device-1", null, "Https", """{"t":21}"""), hub.Telemetry.Messages.Single());
        Assert.Empty(hub.Rows);
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
        string? token = why == "none" ? null : hub.Token(identity, TimeSpan.FromHours(why == "expired" ? -1 : 1));
        identity.IsEnabled = why != "disabled";
        if (why == "deleted")
            hub.Registry.Remove(identity);
        hub.Conditions.Refusal = why switch
        {
            "throttled" => HubErrorCode.ThrottlingException,
            "quota" => HubErrorCode.IotHubQuotaExceeded,
            _ => null,
        };
        using var client = new HubClient(hub, token);
        using HttpResponseMessage answer = await client.PostAsync(
            "/devices/device-1/messages/events",
            new JsonObject()
        );
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(name, answer.Headers.GetValues("iothub-errorcode").Single());
        Assert.Contains($"ErrorCode:{name};", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_twin_cannot_be_had()
    {
        using var client = new HubClient(hub, hub.Token(identity, TimeSpan.FromHours(1)));
        using HttpResponseMessage answer = await client.GetAsync("/devices/device-1/twin");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_date_shows_how_wrong_a_clock_is()
    {
        hub.Conditions.DateSkew = TimeSpan.FromMinutes(-17);
        using var client = new HubClient(hub, null);
        using HttpResponseMessage answer = await client.GetAsync("/");
        Assert.InRange(
            DateTimeOffset.UtcNow - answer.Headers.Date!.Value,
            TimeSpan.FromMinutes(16.9),
            TimeSpan.FromMinutes(18)
        );
    }
}
