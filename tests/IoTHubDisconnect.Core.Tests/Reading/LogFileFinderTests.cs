using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Core.Tests.Reading;

public sealed class LogFileFinderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory().FullName;
    private readonly List<LogProblem> _problems = [];

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Folders_are_searched_to_the_bottom_in_the_order_of_names()
    {
        string[] files =
        [
            Create("insights-logs-connections/resourceId=/HUB/y=2026/m=11/d=16/h=00/m=00/PT1H.json"),
            Create("insights-logs-connections/resourceId=/HUB/y=2026/m=11/d=16/h=01/m=00/PT1H.json"),
            Create("insights-logs-connections/resourceId=/HUB/y=2026/m=11/d=17/h=00/m=00/PT1H.json.gz"),
            Create("logs.zip"),
            Create("query_data.CSV"),
            Create("without-extension"),
        ];
        Create("picture.png");
        Create(".hidden/PT1H.json");
        Create("insights-logs-connections/.DS_Store");
        Assert.Equal(files, Find(_root));
        Assert.Empty(_problems);
    }

    [Fact]
    public void A_file_that_is_named_is_taken_whatever_it_is_called()
    {
        var file = Create("export.dat");
        Assert.Equal([file], Find(file));
    }

    [Fact]
    public void A_file_named_twice_is_taken_once()
    {
        string a = Create("a.json"),
            b = Create("b.json");
        Assert.Equal([b, a], Find(b, _root, Path.Combine(_root, ".", "a.json"), a));
    }

    [Fact]
    public void What_is_not_there_and_what_holds_no_logs_is_told()
    {
        var file = Create("logs/a.json");
        Create("pictures/a.png");
        string missing = Path.Combine(_root, "nothing"),
            pictures = Path.Combine(_root, "pictures");
        Assert.Equal([file], Find(missing, pictures, Path.Combine(_root, "logs")));
        Assert.Equal(
            [(LogProblemKind.PathNotFound, missing), (LogProblemKind.NoLogFiles, pictures)],
            _problems.Select(problem => (problem.Kind, problem.Path))
        );
        Assert.All(_problems, problem => Assert.StartsWith(problem.Path + ": ", problem.Message));
    }

    [Fact]
    public void A_link_that_leads_back_up_is_not_followed()
    {
        var file = Create("logs/a.json");
        Directory.CreateSymbolicLink(Path.Combine(_root, "logs", "up"), _root);
        Assert.Equal([file], Find(_root));
    }

    private IReadOnlyList<string> Find(params string[] paths) => LogFileFinder.Find(paths, _problems.Add);

    private string Create(string name)
    {
        var path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
        return path;
    }
}
