using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.SigningIn;

/// <summary>
/// The two cmdlets of the Az modules that matter, in a session; they give what a test puts in place, and remember what
/// they were asked for.
/// </summary>
internal static class AzModules
{
    /// <summary>Loads them, signed in as somebody.</summary>
    /// <param name="token">Makes the text of a token for an audience; a token of no use where it is null.</param>
    public static void LoadAz(
        this Session session,
        Func<string, string>? token = null,
        string account = "operator",
        string cloud = "AzureCloud"
    )
    {
        session
            .Run(
                """
                $global:asked = [System.Collections.Generic.List[string]]::new()
                function global:Get-AzContext { $az }
                function global:Get-AzAccessToken { param($ResourceUrl) $asked.Add($ResourceUrl); [pscustomobject]@{ Token = $make.Invoke($ResourceUrl); ExpiresOn = [DateTimeOffset]::UtcNow.AddHours(1) } }
                """,
                ("make", token ?? (_ => throw new InvalidOperationException("No token today.")))
            )
            .Clean();
        session.SelectAz(account, cloud);
    }

    /// <summary>What Set-AzContext does.</summary>
    public static void SelectAz(
        this Session session,
        string account,
        string cloud = "AzureCloud",
        string tenant = "contoso"
    ) =>
        session
            .Run(
                "$global:az = [pscustomobject]@{ Account = [pscustomobject]@{ Id = $account }; Tenant = "
                    + "[pscustomobject]@{ Id = $tenant }; Environment = [pscustomobject]@{ Name = $name } }",
                ("account", account),
                ("name", cloud),
                ("tenant", tenant)
            )
            .Clean();

    /// <summary>What Disconnect-AzAccount does.</summary>
    public static void DisconnectAz(this Session session) => session.Run("$global:az = $null").Clean();

    /// <summary>The audiences that tokens were asked for.</summary>
    public static string[] AskedOfAz(this Session session) =>
        [.. session.Run("$asked").Output.Select(audience => $"{audience}")];
}
