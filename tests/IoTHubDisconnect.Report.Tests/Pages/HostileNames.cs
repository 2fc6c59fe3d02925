using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Report.Tests.Pages;

/// <summary>Devices whose names, SDKs and addresses are attempts to do more than be read.</summary>
internal static class HostileNames
{
    public static readonly string[] All =
    [
        "<script>alert(1)</script>",
        "=cmd|'/c calc'!A1",
        "\"><img src=x onerror=alert(2)>",
        "@everyone",
        "+1+1",
        "-2+3",
        "](https://example.org) **bold** `code` |cell| ~~gone~~ <b>fat</b>",
        "https://example.org/phish",
        "www.example.org",
        "line\r\nbreak\t# Heading",
        "\u202Egnirts desrever",
        "{0} {1:N0} $(Get-Process) ${env:PATH}",
        "</style><svg onload=alert(3)>",
        "&lt;b&gt;&amp;",
    ];

    /// <summary>Each of them loses its connection four times at odd ages, and stays away.</summary>
    public static IEnumerable<string> Rows =>
        All.SelectMany(
                (name, i) =>
                {
                    var device = new Device(name)
                    {
                        Sdk = $"{name}/1.0",
                        Address = name,
                        Hub = "CONTOSO",
                    };
                    return new[] { 17, 41, 23, 34 }.SelectMany(
                        (age, n) =>
                            new[]
                            {
                                device.Connect($"{TimeSpan.FromMinutes(n * 75 + i * 5)}"),
                                device.Lose(
                                    $"{TimeSpan.FromSeconds((n * 75 + i * 5 + age) * 60 + i)}",
                                    404104,
                                    "DeviceConnectionClosedRemotely"
                                ),
                            }
                    );
                }
            )
            .Append(new Device("bystander") { Hub = "CONTOSO" }.Connect("09:00:00"));
}
