using System.Globalization;
using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>Tells what an error code or a cause means and what the documentation says to do.</summary>
[Cmdlet(VerbsCommon.Get, "DisconnectSolution", DefaultParameterSetName = CodeSet)]
[OutputType(typeof(DisconnectSolution))]
public sealed class GetDisconnectSolutionCommand : PSCmdlet
{
    private const string CodeSet = "ErrorCode";
    private const string CauseSet = "Cause";

    private readonly HashSet<string> _given = [];
    private DisconnectCatalogue _catalogue = null!;

    /// <summary>Error codes, by number or by name.</summary>
    [Parameter(Position = 0, ParameterSetName = CodeSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ErrorCodeCompleter))]
    [AllowNull]
    public string?[]? ErrorCode { get; set; }

    /// <summary>Causes.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CauseSet, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    public CauseName[]? Cause { get; set; }

    /// <summary>The language of the texts and the locale of the links; the session's own where not given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CultureCompleter))]
    public CultureInfo? Culture { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _catalogue = DisconnectCatalogue.For(Culture ?? CultureInfo.CurrentUICulture);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == CauseSet)
        {
            foreach (var cause in Cause ?? []) Give(_catalogue.Find(cause));
            return;
        }
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(ErrorCode)))
        {
            WriteObject(_catalogue.All.Select(s => s.Copy().As("Listing")), enumerateCollection: true);
            return;
        }
        foreach (var code in ErrorCode ?? [])
        {
            if (string.IsNullOrWhiteSpace(code)) WriteVerbose("An orderly close has no error code; pipe its cause instead.");
            else if (_catalogue.Find(code) is { } solution) Give(solution);
            else WriteError(Errors.UnknownErrorCode(code));
        }
    }

    private void Give(DisconnectSolution solution)
    {
        if (_given.Add(solution.Name)) WriteObject(solution);
    }
}
