using HubStandIn.Network;
using F = IoTHubDisconnect.ConnectivityFinding;
using P = IoTHubDisconnect.ConnectivityProtocol;
using S = IoTHubDisconnect.ConnectivityStep;

namespace IoTHubDisconnect.Connectivity.Tests;

/// <summary>How long a path bears silence, as the search finds it and as the cmdlet tells it.</summary>
public sealed class KeepAliveTests
{
    [Theory]
    [InlineData(240, 1800)]
    [InlineData(60, 1800)]
    [InlineData(300, 3600)]
    [InlineData(1200, 14400)]
    [InlineData(3, 600)]
    public void A_cut_is_found(double limit, double most)
    {
        var spent = 0.0;
        var search = new KeepAliveSearch(TimeSpan.FromSeconds(most));
        while (search.Next is { } silence)
        {
            var isBorne = silence.TotalSeconds < limit;
            search.Add(isBorne ? silence : TimeSpan.FromSeconds(limit), isBorne);
            spent += isBorne ? silence.TotalSeconds : limit;
        }

        Assert.InRange(search.Cut!.Value.TotalSeconds, limit, limit * 1.1);
        Assert.InRange(search.Safe!.Value.TotalSeconds, limit * 0.3, limit);
        Assert.True(spent <= most);
    }

    [Fact]
    public void Where_nothing_is_cut_the_longest_silence_counts()
    {
        var search = new KeepAliveSearch(TimeSpan.FromMinutes(30));
        while (search.Next is { } silence)
            search.Add(silence, isBorne: true);
        Assert.Null(search.Cut);
        Assert.Equal(search.Borne, search.Safe);
        Assert.InRange(search.Borne!.Value, TimeSpan.FromMinutes(7), TimeSpan.FromMinutes(29));
    }

    [Theory]
    [InlineData(PathCut.Reset)]
    [InlineData(PathCut.Silence)]
    public async Task A_path_that_cuts_silent_connections_is_found_out(PathCut how)
    {
        await using var lab = await Lab.OpenAsync();
        lab.Hub.Mqtt.Fault = PortFault.CutWhenIdle(TimeSpan.FromSeconds(2), how);

        var result = (await lab.TestDeviceAsync("-KeepAliveProbe -MaximumDuration 16s -Timeout 5s")).Step(
            S.KeepAlive,
            P.Mqtt
        );

        Assert.Equal((CheckState.Warning, F.IdleCut), (result.State, result.Finding!.Value));
        Assert.InRange(((TimeSpan)result.Detail["ShortestCut"]).TotalSeconds, 1.9, 4.1);
    }

    [Fact]
    public async Task A_path_that_bears_silence_is_good_for_it()
    {
        await using var lab = await Lab.OpenAsync();
        var result = (await lab.TestDeviceAsync("-KeepAliveProbe -MaximumDuration 4s -Protocol MqttWebSocket")).Step(
            S.KeepAlive,
            P.MqttWebSocket
        );

        Assert.Equal(CheckState.Passed, result.State);
        Assert.Equal(TimeSpan.FromSeconds(2), result.Detail["SafeKeepAlive"]);
    }

    [Fact]
    public async Task It_takes_credentials()
    {
        await using var lab = await Lab.OpenAsync();
        Assert.Equal(
            "No credentials were given.",
            (await lab.TestHubAsync("-KeepAliveProbe")).Step(S.KeepAlive, P.Mqtt).Reason
        );
    }

    [Fact]
    public async Task Wrong_credentials_have_their_reason()
    {
        await using var lab = await Lab.OpenAsync();
        lab.Device.IsEnabled = false;
        Assert.Equal(
            F.DeviceDisabled,
            (await lab.TestDeviceAsync("-KeepAliveProbe")).Step(S.KeepAlive, P.Mqtt).Finding
        );
    }
}
