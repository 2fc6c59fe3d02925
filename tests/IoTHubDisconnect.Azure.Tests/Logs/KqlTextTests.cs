using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using IoTHubDisconnect.Sources.Queries;

namespace IoTHubDisconnect.Azure.Tests.Logs;

/// <summary>What people give reaches a query as a value and as nothing else, says Microsoft's own parser.</summary>
[Collection(nameof(TinyCloud))]
public sealed class KqlTextTests(TinyCloud cloud)
{
    private static readonly string[] Nasty =
    [
        "",
        "\"",
        "'",
        "\\",
        "\\\"",
        "\"\"\"",
        "'''",
        "```",
        "@\"",
        "h\"x",
        "\n",
        "\r\n",
        "\0",
        "//",
        "a\" | take 1 //",
        "\"); .drop table X; print (\"",
        "\u2028",
        "\u0085",
        "é",
        "日本",
        "😀",
        "\u202e",
        "%s{0}",
        "\\u0022",
    ];

    [Fact]
    public async Task Literals_are_read_back_as_they_were_given()
    {
        var random = new Random(17);
        var texts = Nasty
            .Concat(
                Enumerable
                    .Range(0, 500)
                    .Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Piece(random))))
            )
            .ToArray();

        var query = "print " + string.Join(", ", texts.Select((text, i) => $"c{i} = {Kql.Text(text)}"));

        Assert.Equal(texts, await AskAsync(query));
    }

    [Fact]
    public void Device_ids_choose_devices_and_nothing_else()
    {
        using var session = cloud.SignIn();
        foreach (var id in Nasty.Where(n => n.Length > 0 && !n.Contains('`')))
        {
            var outcome = session.Run(
                "Get-DeviceDisconnect -WorkspaceId $workspace -StartTime 2026-11-16Z -EndTime 2026-11-17Z "
                    + "-DeviceId ([WildcardPattern]::Escape($id))",
                ("id", id)
            );
            Assert.Null(outcome.Thrown);
            Assert.Empty(outcome.Errors);
            Assert.Empty(outcome.Output);
        }
    }

    [Theory]
    [InlineData("AzureDiagnostics", "AzureDiagnostics")]
    [InlineData("My table", "[\"My table\"]")]
    [InlineData("x\"] | take 1 //", "[\"x\\u0022] | take 1 //\"]")]
    public void Names_are_quoted_where_they_need_to_be(string name, string written) =>
        Assert.Equal(written, Kql.Name(name));

    private async Task<string[]> AskAsync(string query)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            cloud.Azure.Tokens.Text(cloud.Azure.Tokens.Issue("https://api.loganalytics.io"))
        );
        using var answer = await client.PostAsJsonAsync(
            new Uri(cloud.Azure.Endpoints.Logs, $"v1/workspaces/{cloud.WorkspaceId}/query"),
            new { query }
        );
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, body.ToString());
        return
        [
            .. body.GetProperty("tables")[0].GetProperty("rows")[0].EnumerateArray().Select(cell => cell.GetString()!),
        ];
    }

    private static string Piece(Random random) =>
        random.Next(4) switch
        {
            0 => Nasty[random.Next(Nasty.Length)],
            1 => $"{(char)random.Next(0, 0x80)}",
            2 => $"{(char)random.Next(0x80, 0xD800)}",
            _ => char.ConvertFromUtf32(random.Next(0x1F300, 0x1F700)),
        };
}
