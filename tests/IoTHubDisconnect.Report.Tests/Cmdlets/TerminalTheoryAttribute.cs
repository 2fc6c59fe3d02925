namespace IoTHubDisconnect.Report.Tests.Cmdlets;

/// <summary>A test that needs a terminal. A machine that cannot make one skips it.</summary>
internal sealed class TerminalTheoryAttribute : TheoryAttribute
{
    public TerminalTheoryAttribute()
    {
        if (!Terminal.IsThere)
            Skip = "There is no script(1) to make a terminal: apt-get install bsdutils.";
    }
}
