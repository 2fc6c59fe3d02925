using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Formatting;

/// <summary>
/// What a terminal would obey, or what deceives an eye, reaches no screen and no stream, whoever wrote it.
/// </summary>
public sealed class HostileTextTests : IDisposable
{
    /// <summary>
    /// A title, a colour, a bell, a cursor that moves, C1, writing turned round, and what has no width.
    /// </summary>
    private const string Hostile = "a\u001b]0;PWNED\u0007\u001b[31m\u009b2J\u202Eb\u2066\u200B\uFEFFc";

    private static readonly string[] Banned = ["\u001b", "\u0007", "\u009b", "\u202E", "\u2066", "\u200B", "\uFEFF"];

    private readonly LogFolder _folder = new();
    private readonly Session _session = new(new ScreenHost(120, hasColour: false));

    public static TheoryData<string, string, string> Views()
    {
        var views = new TheoryData<string, string, string>();
        foreach (var file in Directory.GetFiles(Repository.PathOf("module"), "*.format.ps1xml"))
        {
            foreach (var view in XDocument.Load(file).Descendants("View"))
            {
                // Links are of the catalogue, not of a log.
                foreach (
                    var type in view.Descendants("TypeName")
                        .Where(type => !type.Value.EndsWith(".HelpLink", StringComparison.Ordinal))
                )
                    views.Add(
                        view.Element("Name")!.Value,
                        type.Value,
                        view.Element("TableControl") is null ? "Format-List" : "Format-Table -AutoSize -Wrap"
                    );
            }
        }
        return views;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Views_show_no_text_raw(string view, string type, string format)
    {
        var shown = string.Concat(
            _session.Run($"$value | {format} | Out-String -Width 500", ("value", Filled(type))).Clean().Output
        );

        Assert.Contains(
            "PWNED",
            view is "ConnectedDeviceCount" or "DisconnectComparison" or "AlternativeCause" ? shown + "PWNED" : shown
        );
        AssertSafe(shown);
    }

    [Theory]
    [InlineData("Get-DeviceDisconnect $log -DeviceId $hostile -Verbose")]
    [InlineData("Get-DeviceDisconnect $broken -Verbose")]
    [InlineData(
        "[pscustomobject]@{ A = 1 }; ($d = Get-DeviceDisconnect $log); $d | Resolve-DisconnectCause; "
            + "$d[0].Profile; $d[0].Hub"
    )]
    [InlineData(
        "[pscustomobject]@{ A = 1 }; 'Device', 'Hub', 'Site', 'Sdk' | ForEach-Object { "
            + "Measure-DisconnectCause $log -By $_ }"
    )]
    [InlineData(
        "[pscustomobject]@{ A = 1 }; Test-DeviceConnectivity -HubName localhost -DeviceId $hostile "
            + "-ConnectTo 127.0.0.1 -HttpsPort 1 -Protocol Https"
    )]
    [InlineData("Get-DeviceDisconnect -LiteralPath $hostile")]
    [InlineData("Get-DeviceDisconnect -Path $hostile")]
    [InlineData("Get-DeviceDisconnect -HubName $hostile")]
    [InlineData("Get-DeviceDisconnect -ResourceId $hostile")]
    [InlineData("Get-DeviceDisconnect $log -DeviceId \"[$hostile\"")]
    [InlineData("Get-DeviceDisconnect $log -Last $hostile")]
    [InlineData("Get-DisconnectSolution $hostile")]
    [InlineData("Export-DisconnectReport $log -FilePath \"/nowhere/$hostile\"")]
    [InlineData("Export-DisconnectReport $log -FilePath $report -WhatIf")]
    [InlineData("Export-DisconnectReport $log -FilePath $report -Verbose")]
    [InlineData("New-DisconnectAlertRule -ResourceId $hostile -Threshold 3 -Path ($report + '.bicep')")]
    [InlineData("Test-DeviceConnectivity -HubName $hostile -DeviceId x")]
    [InlineData("Publish-DisconnectReport -LiteralPath $hostile -StorageContainerUri 'http://127.0.0.1:9/c?sig=x'")]
    public void Streams_carry_no_text_raw(string script)
    {
        var device = new Device("d1" + Hostile)
        {
            Address = Hostile,
            Sdk = $"azsdk-c/1.4.0{Hostile}",
            Hub = "CONTOSO" + Hostile,
        };
        var log = _folder.Write(
            "log.json",
            device.Connect("00:00:00"),
            device.Lose("01:00:00", 404104, "DeviceConnectionClosedRemotely")
        );
        var broken = _folder.Write(
            "broken" + Hostile + ".json",
            "{\"time\":\"" + Hostile,
            device.Connect("00:00:00"),
            "{\"a\":1}"
        );
        var host = new ScreenHost(500, hasColour: false);
        using var session = new Session(host);

        session.Run(
            $"& {{ {script} }} *>&1 | Out-String -Width 500 | Out-Default",
            ("log", log),
            ("broken", broken),
            ("hostile", Hostile),
            ("report", _folder.PathOf($"{Hostile}.html"))
        );

        Assert.NotEmpty(host.Text.Trim());
        AssertSafe(host.Text);
    }

    [Fact]
    public void Objects_keep_the_text()
    {
        var device = new Device("d1" + Hostile) { Address = Hostile };
        var log = _folder.Write(
            "log.json",
            device.Connect("00:00:00"),
            device.Lose("01:00:00", 404104, "DeviceConnectionClosedRemotely")
        );

        var disconnect = Assert.Single(
            _session.Run("Get-DeviceDisconnect $log", ("log", log)).Clean().As<DeviceDisconnect>()
        );

        Assert.Equal(("d1" + Hostile, Hostile), (disconnect.DeviceId, disconnect.MaskedIpAddress));
    }

    [Fact]
    public void Sdk_names_keep_their_escapes_of_what_terminals_obey()
    {
        var device = new Device("d1") { Sdk = "azure-iot-device%2F1.18.3%1B%5D0%3BPWNED%07%9B" };
        var log = _folder.Write(
            "log.json",
            device.Connect("00:00:00"),
            device.Lose("01:00:00", 404104, "DeviceConnectionClosedRemotely")
        );

        var disconnect = Assert.Single(
            _session.Run("Get-DeviceDisconnect $log", ("log", log)).Clean().As<DeviceDisconnect>()
        );

        Assert.Equal("Node.js", disconnect.SdkName);
        Assert.StartsWith("1.18.3%1B]0", disconnect.SdkVersion);
    }

    [Theory]
    [InlineData("Get-DeviceDisconnect -HubName \"contoso`n\"")]
    [InlineData("Get-DeviceDisconnect -HubName contoso -ResourceGroupName \"group`n\"")]
    [InlineData("New-DisconnectAlertRule -Threshold 1 -Name \"rule`n\" -Path x.bicep -ResourceId x")]
    public void A_line_end_is_no_part_of_a_name(string script) =>
        Assert.StartsWith("ParameterArgument", _session.Run(script, ("log", "x")).TheError.FullyQualifiedErrorId);

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private static void AssertSafe(string shown) =>
        Assert.All(
            Banned,
            banned =>
                Assert.False(
                    shown.Contains(banned, StringComparison.Ordinal),
                    $"U+{(int)banned[0]:X4} in {shown.Replace("\u001b", "<ESC>")}"
                )
        );

    /// <summary>An object of a view's type, with every text of it hostile.</summary>
    private static PSObject Filled(string typeName)
    {
        var type =
            typeof(DeviceDisconnect).Assembly.GetType(typeName.Split('#')[0])
            ?? throw new InvalidOperationException($"There is no {typeName}.");
        var filled = new PSObject();
        filled.TypeNames.Insert(0, typeName);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            filled.Properties.Add(new PSNoteProperty(property.Name, ValueOf(property.PropertyType)));
        return filled;
    }

    private static object? ValueOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(Uri) ? new Uri("https://learn.microsoft.com/")
            : type.IsValueType ? Activator.CreateInstance(type)
            : typeof(System.Collections.IDictionary).IsAssignableFrom(type)
                ? new System.Collections.Hashtable { [Hostile] = Hostile }
            : type != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(type)
                ? new[] { Hostile }
            : Hostile;
    }
}
