using System.Diagnostics;
using HubStandIn.Authentication;
using HubStandIn.Registry;
using NetworkLab.Clients;
using NetworkLab.Network;

namespace NetworkLab.Scenes;

/// <summary>A device: a client's process in a namespace, and what starts it again when it ends.</summary>
internal sealed class LabDevice(Scene scene, LabClient client, Site site, int place, HubIdentity identity) : IDisposable
{
    /// <summary>As IoT Edge's agent does it: twice as long each time, unless the program lived for a while.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly string _connection = scene.Hub.ConnectionString(identity);
    private readonly string _key = identity.PrimaryKey;
    private Process? _process;
    private int _life;

    public LabClient Client => client;

    public Site Site => site;

    public int Place => place;

    public HubIdentity Identity => identity;

    /// <summary>How far its clock is ahead, from its next start on.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>How long the tokens live that its program does not make itself.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Whether its application gives an SDK that could renew tokens one that it cannot.</summary>
    public bool HasOwnToken { get; init; }

    /// <summary>Between two messages; zero for none.</summary>
    public TimeSpan SendEvery { get; init; } = TimeSpan.FromMinutes(5);

    public bool IsConnected => scene.Hub.IsConnected(identity);

    /// <summary>Starts the program, and again whenever it ends by itself.</summary>
    public void Start() => _ = LiveAsync(++_life);

    /// <summary>Ends it as it stands; its kernel lives on and says so to the hub.</summary>
    public void Kill()
    {
        _life++;
        _process?.Kill();
    }

    /// <summary>Halts it, or lets it go on: STOP or CONT.</summary>
    public Task SignalAsync(string name) => Shell.RunAsync($"kill -{name} {_process!.Id}");

    /// <summary>Resets its connections, as a firewall does that tells both ends.</summary>
    public Task ResetAsync() => Shell.RunAsync(site.Space(place), "ss -K state established > /dev/null");

    public void Dispose() => Kill();

    private async Task LiveAsync(int life)
    {
        var pause = FirstPause;
        while (life == _life)
        {
            var began = scene.Now;
            using var process = Launch();
            _process = process;
            await process.WaitForExitAsync();
            _process = null;
            if (scene.Now - began > LongestPause)
                pause = FirstPause;
            await scene.WaitAsync(pause);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private Process Launch()
    {
        var settings = Settings();
        var start = new ProcessStartInfo(
            Shell.Enter,
            [
                .. (string[])
                    [
                        Shell.Into(site.Space(place)),
                        "sh",
                        "-c",
                        "exec \"$@\" < /dev/null >> \"$0\" 2>&1",
                        scene.LogOf(identity),
                    ],
                .. client.Command(settings),
            ]
        );
        foreach (var (name, value) in client.Variables(settings))
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private DeviceSettings Settings()
    {
        var clock = new DeviceClock(scene.Speed, scene.Began, Skew);
        var expires = clock.Now + TokenLifetime;
        return new DeviceSettings
        {
            Host = scene.Hub.Options.HostName,
            DeviceId = identity.DeviceId,
            ConnectionString = _connection,
            Token = SharedAccessSignature.Create(
                $"{scene.Hub.Options.HostName}/devices/{identity.DeviceId}",
                _key,
                expires
            ),
            TokenExpiresAt = expires,
            TokenLifetime = TokenLifetime,
            IsTokenFixed = HasOwnToken,
            Clock = clock,
            SendEvery = SendEvery,
            AuthorityPath = scene.Hub.AuthorityPath,
        };
    }
}
