using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.Storage;

/// <summary>
/// The same rows give the same answer, in files or in a storage account, and no more is asked for than is needed.
/// </summary>
[Collection(nameof(LogContainers))]
public sealed class StorageReadTests(LogContainers containers)
{
    [Theory]
    [InlineData(LogContainers.Fleet)]
    [InlineData(LogContainers.Large)]
    public void Finds_what_is_found_in_the_files(string container)
    {
        using var session = containers.Open(container);

        session.ShouldEqualFiles(
            "Get-DeviceDisconnect -StorageContainerUri $container -StartTime $start -EndTime $end",
            "Get-DeviceDisconnect $files -StartTime $start -EndTime $end"
        );
    }

    [Theory]
    [InlineData("Cause")]
    [InlineData("Device")]
    public void Sums_up_what_is_summed_up_of_the_files(string by)
    {
        using var session = containers.Open();

        string Measure(string source) =>
            string.Join(
                '\n',
                session
                    .Run(
                        $"Measure-DisconnectCause {source} -By {by} -StartTime $start -EndTime $end | "
                            + "ForEach-Object { \"$($_.Name) $($_.Cause) $($_.Count) $($_.Devices) "
                            + "$($_.TotalDowntime)\" }"
                    )
                    .Output.Select(line => $"{line}")
                    .Order(StringComparer.Ordinal)
            );
        var stored = Measure("-StorageContainerUri $container");

        Assert.NotEmpty(stored);
        Assert.Equal(Measure("$files"), stored);
    }

    [Fact]
    public void Reads_the_hours_of_the_period_and_their_neighbours_alone()
    {
        using var session = containers.Open();

        session
            .Run(
                "Get-DeviceDisconnect -StorageContainerUri $container -StartTime 2026-11-16T10:20Z "
                    + "-EndTime 2026-11-16T11:40Z"
            )
            .Clean();

        var downloads = containers.Proxy.Requests.Where(r => r.IsDownload).ToArray();
        Assert.Equal(
            ["h=09", "h=10", "h=11", "h=12", "h=13"],
            downloads.Select(r => r.Path.Split('/')[^3]).Distinct().Order()
        );
        Assert.Equal(downloads.Length, downloads.Select(r => r.Path).Distinct().Count());
        Assert.DoesNotContain(
            containers.Proxy.Requests,
            r =>
                r.ListedPrefix?.Contains("/h=", StringComparison.Ordinal) == true
                || r.ListedPrefix?.Contains("d=17", StringComparison.Ordinal) == true
        );
    }

    [Fact]
    public void Takes_the_last_day_where_no_period_is_given()
    {
        using var session = containers.Open();

        var outcome = session.Run(
            "Get-DeviceDisconnect -StorageContainerUri $container -EndTime 2026-11-16T06:00Z -Verbose"
        );

        Assert.Contains(
            outcome.Verbose,
            line => line.Contains("2026-11-15 05:00 to 2026-11-16 08:00 UTC", StringComparison.Ordinal)
        );
        Assert.All(
            outcome.As<DeviceDisconnect>(),
            d => Assert.True(d.Time < new DateTimeOffset(2026, 11, 16, 6, 0, 0, TimeSpan.Zero))
        );
    }

    [Theory]
    [InlineData("-HubName $hub")]
    [InlineData("-HubName ($hub.Substring(0, $hub.Length - 2) + '??'), nowhere")]
    [InlineData("-ResourceId $id")]
    public void Reads_one_hub_alone(string which)
    {
        using var session = containers.Open();
        var some = session.Run("Get-DeviceDisconnect $files").As<DeviceDisconnect>()[0];
        session.Run("$null", ("hub", some.HubName.ToLowerInvariant()), ("id", some.ResourceId)).Clean();

        session.ShouldEqualFiles(
            $"Get-DeviceDisconnect -StorageContainerUri $container {which} -StartTime $start -EndTime $end",
            "Get-DeviceDisconnect $files -StartTime $start -EndTime $end | Where-Object ResourceId -EQ $id"
        );

        Assert.All(
            containers.Proxy.Requests.Where(r => r.IsDownload),
            r => Assert.Contains($"/{some.HubName}/", r.Path, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public void Takes_a_folder_for_the_container()
    {
        using var session = containers.Open();
        var day = Directory.GetDirectories(
            containers.FilesOf(LogContainers.Fleet),
            "d=16",
            SearchOption.AllDirectories
        )[0];
        var path = Path.GetRelativePath(containers.FilesOf(LogContainers.Fleet), day).Replace('\\', '/');
        session
            .Run(
                "$null",
                ("container", containers.UriOf($"{LogContainers.Fleet}/{path}/", containers.Sas)),
                ("files", day)
            )
            .Clean();

        session.ShouldEqualFiles(
            "Get-DeviceDisconnect -StorageContainerUri $container -StartTime $start -EndTime $end",
            "Get-DeviceDisconnect $files -StartTime $start -EndTime $end"
        );
    }

    [Fact]
    public void Signs_in_where_there_is_no_signature()
    {
        using var session = containers.Open();
        var uri = $"{containers.Proxy.SecureAddress}{containers.Account.Name}/{LogContainers.Fleet}";
        session
            .Run(
                "$null = Connect-IoTHubDisconnect -AccessToken $tokens -TrustedHost 127.0.0.1",
                ("container", uri),
                ("tokens", Secret.Of(StorageAccount.Token("https://storage.azure.com")))
            )
            .Clean();

        session.ShouldEqualFiles(
            "Get-DeviceDisconnect -StorageContainerUri $container -StartTime $start -EndTime $end",
            "Get-DeviceDisconnect $files -StartTime $start -EndTime $end"
        );
    }
}
