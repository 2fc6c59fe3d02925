using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Amqp;
using Amqp.Framing;
using HubStandIn.Authentication;
using HubStandIn.Registry;
using HubStandIn.Tests.Amqp;
using HubStandIn.Tests.Mqtt;
using MQTTnet;

namespace HubStandIn.Tests.Devices;

/// <summary>Devices that sign in by certificate.</summary>
public sealed class CertificateTests : IAsyncLifetime
{
    private static readonly DeviceAuthority Known = new();
    private static readonly DeviceAuthority Unknown = new();

    private StandInHub _hub = null!;
    private HubIdentity _identity = null!;

    public async Task InitializeAsync()
    {
        _hub = await StandInHub.StartAsync(new StandInHubOptions { DeviceAuthorities = [Known] });
        _identity = _hub.Registry.Add("Device-1");
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    public static TheoryData<string, bool> Certificates =>
        new()
        {
            { "first thumbprint", true },
            { "second thumbprint", true },
            { "other thumbprint", false },
            { "authority", true },
            { "unknown authority", false },
            { "other name", false },
            { "expired", false },
            { "none", false },
        };

    [Theory]
    [MemberData(nameof(Certificates))]
    public Task Over_Mqtt(string which, bool isGood) => TryMqttAsync(which, isGood, overWebSockets: false);

    [Theory]
    [InlineData("second thumbprint", true)]
    [InlineData("unknown authority", false)]
    public Task Over_Mqtt_and_WebSockets(string which, bool isGood) =>
        TryMqttAsync(which, isGood, overWebSockets: true);

    [Theory]
    [MemberData(nameof(Certificates))]
    public async Task Over_Amqp(string which, bool isGood)
    {
        using var certificate = Certificate(which);
        await using var device = await AmqpTestDevice.OpenAsync(_hub, certificate: certificate);
        if (isGood)
        {
            await device.SendAsync(_identity, "1");
            Assert.Single(_hub.Telemetry.Messages);
        }
        else
        {
            var error = await Assert.ThrowsAsync<AmqpException>(() => device.SendAsync(_identity, "1"));
            Assert.Equal(ErrorCode.UnauthorizedAccess, error.Error.Condition.ToString());
        }

        AssertRow(isGood);
    }

    private async Task TryMqttAsync(string which, bool isGood, bool overWebSockets)
    {
        using var certificate = Certificate(which);
        var device = new TestDevice(_hub, _identity)
        {
            Certificate = certificate,
            Token = certificate is null ? "" : null,
            OverWebSockets = overWebSockets,
        };
        var (client, result) = await device.TryConnectAsync();
        Assert.Equal(
            isGood ? MqttClientConnectResultCode.Success : MqttClientConnectResultCode.NotAuthorized,
            result.ResultCode
        );
        AssertRow(isGood);
        client.Dispose();
    }

    private void AssertRow(bool isGood)
    {
        Assert.Equal(isGood ? "+" : "+401003", _hub.Story());
        Assert.True(_hub.Rows[0].UsesCertificate);
    }

    private X509Certificate2? Certificate(string which)
    {
        var certificate = (which == "unknown authority" ? Unknown : Known).Issue(
            which == "other name" ? "device-1" : "Device-1",
            which == "expired" ? DateTimeOffset.UtcNow.AddDays(-1) : null
        );
        _identity.Authentication = which.EndsWith("thumbprint", StringComparison.Ordinal)
            ? AuthenticationType.SelfSigned
            : AuthenticationType.CertificateAuthority;
        _identity.PrimaryThumbprint = which == "first thumbprint" ? certificate.Thumbprint : new string('0', 40);
        _identity.SecondaryThumbprint =
            which == "second thumbprint" ? certificate.GetCertHashString(HashAlgorithmName.SHA256) : null;
        return which == "none" ? null : certificate;
    }
}
