using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Sources.Queries;

namespace IoTHubDisconnect.Benchmarks.Queries;

/// <summary>
/// Answers queries for packed rows as a log engine would, of devices that lose their connections at random for a day.
/// </summary>
internal sealed partial class PackedAnswers(long rows, int devices) : IAzureConnection
{
    public static readonly TimePeriod Day = new(
        new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 11, 17, 0, 0, 0, TimeSpan.Zero)
    );

    private const int KindsOfDevice = 2;
    private const string Columns =
        """[{"name":"ResourceId"},{"name":"OperationName"},{"name":"Level"},{"name":"ResultType"},{"name":"ResultDescription"},{"name":"properties_s"},{"name":"Untold"},{"name":"Rows"},{"name":"Times"}]""";

    private long _bytes,
        _compressed;

    /// <summary>The bytes of all answers so far.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>What is left of them after compression.</summary>
    public long Compressed => Interlocked.Read(ref _compressed);

    public TokenHosts Hosts => throw new NotSupportedException();

    public SignIn SignIn => throw new NotSupportedException();

    public bool HasSignedIn => true;

    public IHubResources Resources => throw new NotSupportedException();

    public Task<AzureIdentity> SignInAsync(AzureCall call) => throw new NotSupportedException();

    public Task<string> GetHubTokenAsync(string hostName, AzureCall call) => throw new NotSupportedException();

    public IBlobLogs OpenContainer(Uri container) => throw new NotSupportedException();

    public Task<Stream> QueryAsync(LogQuery query, AzureCall call)
    {
        if (!query.Text.Contains("make_list", StringComparison.Ordinal))
            return Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(Size)));
        var share = Share().Match(query.Text);
        var parts = share.Success ? int.Parse(share.Groups[1].Value, CultureInfo.InvariantCulture) : 1;
        var part = share.Success ? int.Parse(share.Groups[2].Value, CultureInfo.InvariantCulture) : 0;
        var answer = new MemoryStream();
        using (var compressed = new GZipStream(answer, CompressionLevel.Fastest, leaveOpen: true))
        using (var text = new StreamWriter(compressed))
            Interlocked.Add(ref _bytes, Write(text, part, parts));
        Interlocked.Add(ref _compressed, answer.Length);
        answer.Position = 0;
        return Task.FromResult<Stream>(new GZipStream(answer, CompressionMode.Decompress));
    }

    private string Size =>
        $$"""{"tables":[{"columns":[{"name":"Rows"},{"name":"Kinds"},{"name":"Text"}],"rows":[[{{rows}},{{KindsOfDevice * devices}},{{rows * Properties(0).Length}}]]}]}""";

    private long Write(StreamWriter text, int part, int parts)
    {
        long length = 0;
        void Add(string piece)
        {
            text.Write(piece);
            length += piece.Length;
        }
        Add($$"""{"tables":[{"columns":{{Columns}},"rows":[""");
        var separator = "";
        for (var device = part; device < devices; device += parts)
        {
            var random = new Random(device);
            long[] times =
            [
                .. Enumerable.Range(0, (int)(rows / devices)).Select(_ => random.NextInt64(TimeSpan.TicksPerDay)),
            ];
            Array.Sort(times);
            Add(separator + Row(device, "deviceConnect", "Information", "", times.Where((_, i) => i % 2 == 0)));
            Add("," + Row(device, "deviceDisconnect", "Error", "404104", times.Where((_, i) => i % 2 == 1)));
            separator = ",";
        }
        Add("]}]}");
        return length;
    }

    private static string Row(int device, string operation, string level, string code, IEnumerable<long> times)
    {
        var list = string.Join(',', times);
        var properties = Properties(device)
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);
        var count = list.Length == 0 ? 0 : list.AsSpan().Count(',') + 1;
        return $"""["/SUBSCRIPTIONS/6F1E2D3C-63B6-4000-8000-0123456789AB/RESOURCEGROUPS/FLEET/PROVIDERS/MICROSOFT.DEVICES/IOTHUBS/FLEET","{operation}","{level}","{code}","","{properties}",false,{count},"[{list}]"]""";
    }

    private static string Properties(int device) =>
        $$"""{"deviceId":"device-{{device:D7}}","protocol":"Mqtt","authType":"{\"scope\":\"device\",\"type\":\"sas\",\"issuer\":\"iothub\",\"acceptingIpFilterRule\":null}","maskedIpAddress":"203.0.{{device % 200}}.XXX","sdkVersion":".NET/1.42.4 (.NET 8.0.8; Linux; X64)"}""";

    [GeneratedRegex(@"hash\(properties_s, (\d+)\) == (\d+)")]
    private static partial Regex Share();
}
