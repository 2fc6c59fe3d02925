using System.Diagnostics;
using IoTHubDisconnect.Connectivity.Network;
using IoTHubDisconnect.Contracts;
using F = IoTHubDisconnect.ConnectivityFinding;

namespace IoTHubDisconnect.Connectivity.Steps;

/// <summary>
/// Steps one after the other, each within its limit: once one has failed, those that need it are skipped.
/// </summary>
internal sealed class StepLine(
    ConnectivityTest test,
    ConnectivityProtocol? protocol,
    string endpoint,
    Action<ConnectivityTestResult> report,
    AzureCall call
)
{
    private string? _blocked;

    /// <summary>What is read from, which tells silence from slowness; null before there is a connection.</summary>
    public ObservedStream? Wire { get; set; }

    public bool IsBlocked => _blocked is not null;

    /// <summary>Takes a step.</summary>
    /// <param name="step">Which.</param>
    /// <param name="work">What it does; given up when it takes too long.</param>
    /// <param name="isNeeded">Whether the steps that follow cannot do without it.</param>
    public async Task<StepOutcome> RunAsync(
        ConnectivityStep step,
        Func<CancellationToken, Task<StepOutcome>> work,
        bool isNeeded = true
    )
    {
        if (_blocked is not null)
            return Tell(step, StepOutcome.Skipped(_blocked), null);
        var heard = Wire?.BytesRead ?? 0;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(call.Cancellation);
        limit.CancelAfter(test.StepLimit);
        var watch = Stopwatch.StartNew();
        StepOutcome outcome;
        try
        {
            outcome = await Task.Run(() => work(limit.Token), CancellationToken.None)
                .WaitAsync(limit.Token)
                .ConfigureAwait(false);
        }
        catch (Exception) when (call.Cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(call.Cancellation);
        }
        catch (Exception) when (limit.IsCancellationRequested)
        {
            outcome = Late(step, (Wire?.BytesRead ?? 0) - heard).Outcome;
        }
        catch (Exception exception)
        {
            outcome = WireFailure.Of(exception).Outcome;
        }
        var latency = watch.Elapsed;
        if (outcome.State == CheckState.Failed && (isNeeded || outcome.Finding == F.ConnectionLost))
            _blocked = $"{step} failed.";
        return Tell(step, outcome, latency);
    }

    /// <summary>Leaves a step out.</summary>
    public void Skip(ConnectivityStep step, StepOutcome why) =>
        Tell(step, _blocked is null ? why : StepOutcome.Skipped(_blocked), null);

    /// <summary>Has all steps that follow skipped.</summary>
    public void Block(string why) => _blocked ??= why;

    private StepFailure Late(ConnectivityStep step, long heard)
    {
        var limit = DurationText.Of(test.StepLimit);
        return step switch
        {
            ConnectivityStep.Dns => new StepFailure(F.DnsFailed, $"The DNS server gave no answer within {limit}."),
            _ when Wire is null => new StepFailure(
                F.PortFiltered,
                $"Nothing answered within {limit}: no refusal, no error."
            ),
            _ when heard > 0 => new StepFailure(
                F.TooSlow,
                $"{heard} byte{(heard == 1 ? "" : "s")} came within {limit}, which is not the whole answer."
            ),
            _ => new StepFailure(F.NoAnswer, $"The connection is there, but nothing came within {limit}."),
        };
    }

    /// <summary>Tells of a step that was taken elsewhere.</summary>
    public StepOutcome Tell(ConnectivityStep step, StepOutcome outcome, TimeSpan? latency = null)
    {
        report(outcome.ToResult(test, step, protocol, endpoint, latency));
        call.Debug(
            $"{step}{(protocol is null ? "" : $" {protocol}")} {endpoint}: {outcome.State} after "
                + $"{latency?.TotalMilliseconds ?? 0:0} ms."
        );
        return outcome;
    }
}
