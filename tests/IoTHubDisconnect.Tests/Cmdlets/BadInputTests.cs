using System.Management.Automation;
using System.Text;
using IoTHubDisconnect.Commands;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Cmdlets;

/// <summary>Whatever is wrong with one file or row is told, and the rows around it still count.</summary>
public sealed class BadInputTests : IDisposable
{
    private static readonly Device Good = new("good");

    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    public BadInputTests()
    {
        _folder.Write("good.json", Good.Connect("01:00"), Good.Lose("02:00", 404104, "DeviceConnectionClosedRemotely"));
        _session.Runspace.SessionStateProxy.SetVariable("here", _folder.Path);
    }

    [Theory]
    [InlineData("not-there.json", "PathNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("not-there*.json", "PathNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("empty-folder", "NoLogFiles", ErrorCategory.ObjectNotFound)]
    [InlineData("empty.json", "EmptyFile", ErrorCategory.InvalidData)]
    [InlineData("binary.json", "UnknownFormat", ErrorCategory.InvalidData)]
    [InlineData("text.json", "UnknownFormat", ErrorCategory.InvalidData)]
    [InlineData("columns.csv", "MissingColumn", ErrorCategory.InvalidData)]
    [InlineData("cut.gz", "Unreadable", ErrorCategory.ReadError)]
    public void A_path_that_gives_nothing_is_an_error_of_its_own(string name, string id, ErrorCategory category)
    {
        Directory.CreateDirectory(_folder.PathOf("empty-folder"));
        _folder.WriteBytes("empty.json", []);
        _folder.WriteBytes("binary.json", [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 167))]);
        _folder.Write("text.json", "Once upon a time");
        _folder.Write("columns.csv", "TimeGenerated,Message", "2026-11-16T01:00:00Z,hello");
        _folder.WriteBytes("cut.gz", [31, 139, 8, 0, 0, 0, 0, 0, 0, 3, 237]);

        var error = Check($"\"$here/{name}\", \"$here/good.json\"", id, category);

        Assert.Contains(name, error.ToString());
        Assert.EndsWith(name, $"{error.TargetObject}");
    }

    [Theory]
    [InlineData("BrokenRow", ErrorCategory.InvalidData, "{\"time\":\"2026-11-16T01:00:00Z\", oops")]
    [InlineData("BrokenRow", ErrorCategory.InvalidData, "not json")]
    [InlineData("InvalidTime", ErrorCategory.InvalidData, "{\"time\":\"yesterday\",\"operationName\":\"deviceConnect\",\"category\":\"Connections\",\"properties\":\"{\\\"deviceId\\\":\\\"x\\\"}\"}")]
    [InlineData("IncompleteRow", ErrorCategory.InvalidData, "{\"time\":\"2026-11-16T01:00:00Z\",\"category\":\"Connections\",\"operationName\":\"deviceConnect\",\"properties\":\"{}\"}")]
    public void A_bad_row_is_an_error_that_names_its_line(string id, ErrorCategory category, string row)
    {
        var path = _folder.Write("good.json", Good.Connect("01:00"), row, Good.Lose("02:00", 404104, "DeviceConnectionClosedRemotely"));

        var error = Check("\"$here/good.json\"", id, category);

        Assert.Contains($"{path}, line 2:", error.ToString());
        var exception = Assert.IsType<LogFileException>(error.Exception);
        Assert.Equal((path, 2), (exception.Path, exception.Line));
    }

    [Fact]
    public void A_last_line_that_was_cut_is_an_error_and_those_before_it_count()
    {
        var cut = Good.Refuse("03:00", 403012, "DeviceDisabled")[..200];
        _folder.WriteBytes("good.json", Encoding.UTF8.GetBytes($"{Good.Connect("01:00")}\n{Good.Lose("02:00", 404104, "DeviceConnectionClosedRemotely")}\n{cut}"));

        Assert.Contains("line 3:", Check("\"$here/good.json\"", "BrokenRow", ErrorCategory.InvalidData).ToString());
    }

    [Fact]
    public void A_path_of_another_provider_is_refused()
    {
        var error = Check("variable:here, \"$here/good.json\"", "PathNotFileSystem", ErrorCategory.InvalidArgument);

        Assert.Contains("Variable provider", error.ToString());
    }

    [Fact]
    public void Bad_input_ends_the_command_where_errors_are_to_stop_it()
    {
        var outcome = _session.Run("Get-DeviceDisconnect \"$here/not-there.json\", \"$here/good.json\" -ErrorAction Stop");

        Assert.IsAssignableFrom<ActionPreferenceStopException>(outcome.Thrown);
        Assert.StartsWith("PathNotFound,", outcome.TheError.FullyQualifiedErrorId);
        Assert.Empty(outcome.Output);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private ErrorRecord Check(string paths, string id, ErrorCategory category)
    {
        var got = _session.Run($"Get-DeviceDisconnect {paths}");
        var summed = _session.Run($"Measure-DisconnectCause {paths}");

        Assert.Equal("good", got.As<DeviceDisconnect>().Single().DeviceId);
        Assert.Equal(1, summed.As<DisconnectSummary>().Single().Count);
        Assert.Equal(got.TheError.ToString(), summed.TheError.ToString());
        Assert.Equal($"{id},IoTHubDisconnect.Commands.GetDeviceDisconnectCommand", got.TheError.FullyQualifiedErrorId);
        Assert.Equal(category, got.TheError.CategoryInfo.Category);
        Assert.NotEmpty(got.TheError.ErrorDetails.RecommendedAction);
        return got.TheError;
    }
}
