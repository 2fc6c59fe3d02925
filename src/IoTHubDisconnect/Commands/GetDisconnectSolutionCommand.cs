using System.Globalization;
using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>Tells what an error code or a cause means and what the documentation says to do.</summary>
[Cmdlet(VerbsCommon.Get, "DisconnectSolution")]
[OutputType(typeof(DisconnectSolution))]
public sealed class GetDisconnectSolutionCommand : CancellableCmdlet
{
    private readonly HashSet<(string Name, CauseName? Cause)> _given = [];
    private DisconnectCatalogue _catalogue = null!;
    private bool _isErrorCodeGiven;

    /// <summary>Error codes, by number or by name; the name of a cause will do too.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ErrorCodeCompleter))]
    [ErrorCodeText]
    [AllowNull]
    public string?[]? ErrorCode { get; set; }

    /// <summary>Causes.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [SingleValue<CauseName>(OfEach = true)]
    public CauseName[]? Cause { get; set; }

    /// <summary>The language of the texts and the locale of the links; the session's own where not given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CultureCompleter))]
    public CultureInfo? Culture { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _catalogue = DisconnectCatalogue.For(Culture ?? CultureInfo.CurrentUICulture);
        _isErrorCodeGiven = IsGiven(nameof(ErrorCode));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!IsGiven(nameof(ErrorCode)) && !IsGiven(nameof(Cause)))
        {
            WriteObject(_catalogue.All.Select(s => s.Copy().As("Listing")), enumerateCollection: true);
            return;
        }
        if (ErrorCode is null && Cause is null)
            WriteVerbose(
                "There is neither an error code nor a cause. An orderly close has no code; "
                    + "Resolve-DisconnectCause finds its cause."
            );
        // A cause that comes down the pipeline brings its error code along, and says more than that does.
        var isCause = Cause is { Length: > 0 } && !_isErrorCodeGiven;
        foreach (var code in isCause ? [] : ErrorCode ?? [])
            Give(code);
        foreach (var cause in Cause ?? [])
            Give(_catalogue.Find(cause));
    }

    private bool IsGiven(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    private void Give(string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
            return;
        if ((_catalogue.Find(code) ?? FindCause(code)) is { } solution)
            Give(solution);
        else
            WriteError(Errors.UnknownErrorCode(code));
    }

    private DisconnectSolution? FindCause(string name) =>
        _catalogue.All.FirstOrDefault(entry =>
            entry.Cause is not null && entry.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)
        );

    private void Give(DisconnectSolution solution)
    {
        if (_given.Add((solution.Name, solution.Cause)))
            WriteObject(solution);
    }
}
