using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.LoggingChecks;

/// <summary>Whether there is an identity, and who it is.</summary>
internal sealed class SignInCheck : LoggingCheck
{
    public override string Name => "SignIn";

    public override async IAsyncEnumerable<DisconnectLoggingCheck> RunAsync(
        IAzureConnection azure,
        LoggingFindings findings,
        AzureCall call
    )
    {
        var (identity, refusal) = await AskAsync(() => azure.SignInAsync(call)).ConfigureAwait(false);
        if (refusal is not null)
        {
            findings.Blocked = "Without a sign-in nothing can be asked.";
            yield return findings.Refused(Name, "Azure", refusal);
            yield break;
        }
        yield return findings.Passed(
            Name,
            $"Signed in to {azure.Hosts.Cloud} as "
                + $"{identity!.Account ?? "an identity without a name"}"
                + $"{(identity.TenantId is null ? "" : $" of tenant {identity.TenantId}")}."
        );
    }
}
