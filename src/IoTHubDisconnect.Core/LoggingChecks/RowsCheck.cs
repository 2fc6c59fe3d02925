using System.Globalization;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Sources.Queries;

namespace IoTHubDisconnect.LoggingChecks;

/// <summary>Since when rows arrive in a workspace, and how late.</summary>
internal sealed class RowsCheck : LoggingCheck
{
    private static readonly TimeSpan LongDelay = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan LongSilence = TimeSpan.FromDays(1);

    public override string Name => "Rows";

    public override async IAsyncEnumerable<DisconnectLoggingCheck> RunAsync(
        IAzureConnection azure,
        LoggingFindings findings,
        AzureCall call
    )
    {
        if (!findings.MayHaveRows)
        {
            yield return findings.Skipped(
                Name,
                "No workspace holds the rows; read them from where they are sent with -StorageContainerUri or -Path."
            );
            yield break;
        }
        var (arrival, refusal) = await AskAsync(() => LogArrival.ReadAsync(azure, findings.ResourceId!, call))
            .ConfigureAwait(false);
        var check = refusal?.Kind switch
        {
            null when arrival!.Denied.Count > 0 => await MissingAsync(azure, findings, arrival, call)
                .ConfigureAwait(false),
            null => Judge(findings, arrival!),
            AzureErrorKind.TableNotFound => Judge(findings, new LogArrival(0, null, null, null)),
            _ => findings.Refused(Name, "the hub's logs", refusal),
        };
        check.RowCount = arrival?.Rows;
        check.FirstRow = arrival?.First;
        check.NewestRow = arrival?.Newest;
        check.Delay = arrival?.Delay;
        yield return check;
    }

    private async Task<DisconnectLoggingCheck> MissingAsync(
        IAzureConnection azure,
        LoggingFindings findings,
        LogArrival arrival,
        AzureCall call
    )
    {
        var missing = await MissingRows
            .ExplainAsync(azure.Resources, arrival.Denied, "the hub", call)
            .ConfigureAwait(false);
        return findings.Failed(
            Name,
            string.Join(" ", missing.Select(m => $"The {m.Reason}.")),
            string.Join(" ", missing.Select(m => m.Fix)),
            missing[0].Kind == AzureErrorKind.PrivateNetworkOnly ? WorkspaceCheck.Network : WorkspaceCheck.Access
        );
    }

    private DisconnectLoggingCheck Judge(LoggingFindings findings, LogArrival arrival)
    {
        if (arrival.Newest is not { } newest)
        {
            return findings.Failed(
                Name,
                $"No row of the category Connections is readable from the last {LogArrival.Period.Days} days.",
                "If the diagnostic setting is new, wait a quarter of an hour. Else check that devices "
                    + "connect at all, and that the identity may read the workspace: rows that it may not see "
                    + "are left out without a word."
            );
        }
        var since =
            arrival.First is { } first && LogArrival.IsFirst(first)
                ? $"since {first.UtcDateTime:u}"
                : $"for {LogArrival.Period.Days} days or longer";
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"Rows arrive {since}, {arrival.Rows:N0} so far, the newest of {newest.UtcDateTime:u}"
        );
        if (arrival.Delay is { } delay)
            text += string.Create(
                CultureInfo.InvariantCulture,
                $"; 95 % can be read within {delay.TotalMinutes:0.#} minutes"
            );
        text += ".";
        if (DateTimeOffset.UtcNow - newest > LongSilence)
            return findings.Warning(
                Name,
                text,
                "No device connected or disconnected for a day, or the rows no longer arrive: see whether "
                    + "the diagnostic setting was changed, and whether the workspace has a daily cap."
            );
        return arrival.Delay > LongDelay
            ? findings.Warning(
                Name,
                text,
                "Rows come later than Azure Monitor usually needs. Ask for a period that ended some time ago."
            )
            : findings.Passed(Name, text);
    }
}
