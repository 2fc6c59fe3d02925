using System.Globalization;
using System.Text;
using System.Text.Json;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Core.Tests.Reading;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Sources;

namespace IoTHubDisconnect.Core.Tests.Quality;

/// <summary>A row as people have it: any columns, in any order, as CSV or JSON.</summary>
internal sealed record LogDialect(string Name, Func<IReadOnlyList<(string Column, string Value)[]>, byte[]> Write)
{
    public static IReadOnlyList<LogDialect> All { get; } =
    [
        new("CSV", rows => Csv(rows, ',')),
        new("CSV turned round", rows => Csv([.. rows.Select(row => Enumerable.Reverse(row).ToArray())], ';')),
        new("CSV, gzip", rows => LogPackaging.Gzip(Csv(rows, ','))),
        new("JSON array", rows => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(rows.Select(Members)))),
        new(
            "JSON lines",
            rows =>
                Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(row => JsonSerializer.Serialize(Members(row)))))
        ),
        new("query result", Table),
    ];

    /// <summary>Reads rows in this dialect; each is columns in order.</summary>
    public FleetLog Read(IReadOnlyList<(string Column, string Value)[]> rows) => Read(Write(rows));

    public static FleetLog Read(byte[] content, Action<LogProblem>? report = null) =>
        FleetLog.Of(
            StreamReading.Read(
                [new LogSource("log", content.Length, _ => new MemoryStream(content))],
                1,
                report ?? (problem => Assert.Fail(problem.Message)),
                null,
                CancellationToken.None
            ),
            CancellationToken.None
        );

    public static DisconnectCause[] CausesOf(FleetLog log) =>
        [
            .. log.Find(new DisconnectFilter())
                .Select(d => CauseExplainer.Resolve(d, ResolveOptions.None, CultureInfo.InvariantCulture)),
        ];

    public override string ToString() => Name;

    private static Dictionary<string, string> Members((string Column, string Value)[] row) =>
        row.ToDictionary(cell => cell.Column, cell => cell.Value);

    private static byte[] Csv(IReadOnlyList<(string Column, string Value)[]> rows, char separator) =>
        Encoding.UTF8.GetBytes(
            string.Concat(
                rows.Select(row => row.Select(cell => cell.Value))
                    .Prepend(rows[0].Select(cell => cell.Column))
                    .Select(fields =>
                        string.Join(separator, fields.Select(field => $"\"{field.Replace("\"", "\"\"")}\"")) + "\r\n"
                    )
            )
        );

    private static byte[] Table(IReadOnlyList<(string Column, string Value)[]> rows) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                tables = new[]
                {
                    new
                    {
                        name = "PrimaryResult",
                        columns = rows[0].Select(cell => new { name = cell.Column, type = "string" }),
                        rows = rows.Select(row => row.Select(cell => cell.Value)),
                    },
                },
            }
        );
}
