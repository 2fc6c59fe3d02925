using System.Text;
using IoTHubDisconnect.Report.Tests.Pages;
using IoTHubDisconnect.Tests;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Report.Tests.Cmdlets;

/// <summary>Whoever looks at the screen is told in one line what the report says first; nobody else is.</summary>
public sealed class HeadlineTests : IDisposable
{
    private const string Headline = "1 of 25 devices is away now. 8 more need you.";
    private const string Export = "Export-DisconnectReport $log $file -Culture en-US";

    private const string Piped =
        "Get-DeviceDisconnect $log | Resolve-DisconnectCause | Export-DisconnectReport $file -Culture en-US";

    private readonly LogFolder _folder = new();

    [TerminalTheory]
    [InlineData(Export, 1)]
    [InlineData(Piped, 1)]
    [InlineData($"{Export}; {Export}", 2)]
    [InlineData($"{Export} | Out-Null", 0)]
    [InlineData($"$null = {Export} -PassThru", 0)]
    [InlineData($"function Export {{ {Export} }}; Export", 0)]
    [InlineData($"& {{ {Export} }}", 0)]
    [InlineData($"{Export} -WhatIf", 0)]
    public void At_a_terminal_it_is_said_once_where_the_call_is_the_person_s_own(string script, int times)
    {
        var said = Terminal.Run(WithVariables(script));

        Assert.Equal(times, said.Count(line => line.EndsWith(Headline, StringComparison.Ordinal)));
        Assert.Equal(script.Contains("-WhatIf", StringComparison.Ordinal), !File.Exists(_folder.PathOf("report.html")));
    }

    [Theory]
    [InlineData(Export)]
    [InlineData(Piped)]
    public void Nothing_is_said_where_a_file_or_a_program_takes_the_output(string script)
    {
        Assert.Empty(Pwsh.Run(WithVariables(script)).Clean().Lines);

        Assert.Contains(Headline, File.ReadAllText(_folder.PathOf("report.html"), Encoding.UTF8));
    }

    public void Dispose() => _folder.Dispose();

    private string WithVariables(string script) =>
        $"""
            Import-Module '{Repository.PathOf("IoTHubDisconnect.psd1")}'
            $log = '{WrittenReports.Samples}'; $file = '{_folder.PathOf("report.html")}'
            {script}
            """;
}
