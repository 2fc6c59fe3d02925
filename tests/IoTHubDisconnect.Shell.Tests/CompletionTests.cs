using System.Management.Automation.Runspaces;

namespace IoTHubDisconnect.Shell.Tests;

public sealed class CompletionTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("completion").FullName;
    private readonly Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
    private readonly Completer completer;

    public CompletionTests()
    {
        Directory.CreateDirectory(Path.Combine(folder, "logs of May"));
        File.WriteAllText(Path.Combine(folder, "last.json"), "");
        runspace.Open();
        runspace.SessionStateProxy.Path.SetLocation(folder);
        completer = new Completer(runspace);
    }

    public void Dispose()
    {
        runspace.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("Get-Comm", "Get-Command")]
    [InlineData("Get-Command -Comm", "Get-Command -CommandType")]
    [InlineData("$PSVers", "$PSVersionTable")]
    [InlineData("Import-Module las", "Import-Module last.json")]
    [InlineData("Import-Module ./las", "Import-Module ./last.json")]
    [InlineData("Import-Module logs", "Import-Module 'logs of May/'")]
    [InlineData("Import-Module 'logs of", "Import-Module 'logs of May/'")]
    public void First_completion_is_put_in(string typed, string expected) => Assert.Equal(expected, Complete(typed, tabs: 1));

    [Theory]
    [InlineData("No-SuchCommand")]
    [InlineData("'abc'.Sub")]
    [InlineData("Import-Module /no/such/folder/x")]
    [InlineData("")]
    public void Line_stays_where_nothing_fits(string typed) => Assert.Equal(typed, Complete(typed, tabs: 1));

    [Fact]
    public void Completions_come_round()
    {
        Assert.Equal("Import-Module 'logs of May/'", Complete("Import-Module l", tabs: 2));
        Assert.Equal("Import-Module last.json", Complete("Import-Module l", tabs: 3));
    }

    private string Complete(string typed, int tabs)
    {
        LineBuffer buffer = new();
        buffer.Set(typed);
        CompletionCycle? cycle = CompletionCycle.Start(completer, buffer);
        for (int i = 0; i < tabs; i++)
            cycle?.Next(buffer, backwards: false);

        return buffer.Text;
    }
}
