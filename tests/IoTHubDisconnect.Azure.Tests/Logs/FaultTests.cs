using AzureStandIn;
using AzureStandIn.Faults;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.Logs;

/// <summary>Azure at its worst: what comes in the end is all that there is, once.</summary>
[Collection(nameof(FleetCloud))]
public sealed class FaultTests(FleetCloud cloud)
{
    private const string Get =
        "Get-DeviceDisconnect -WorkspaceId $workspace -StartTime 2026-11-01Z -EndTime 2026-12-01Z";

    /// <summary>What asking again, or asking for less, helps with.</summary>
    private static readonly FaultKind[] Passing =
    [
        FaultKind.TooManyRequests,
        FaultKind.InternalServerError,
        FaultKind.ServiceUnavailable,
        FaultKind.GatewayTimeout,
        FaultKind.CutBeforeHeaders,
        FaultKind.CutInBody,
        FaultKind.SlowBody,
        FaultKind.PartialResult,
        FaultKind.MalformedJson,
        FaultKind.EmptyBody,
    ];

    public static TheoryData<FaultKind> PassingKinds => [.. Passing];

    [Theory]
    [MemberData(nameof(PassingKinds))]
    public void A_kind_of_misbehaviour_loses_and_doubles_nothing(FaultKind kind)
    {
        using var session = cloud.SignIn();
        var files = Figures.Of(session.Run("Get-DeviceDisconnect $logs").Clean().Output);
        cloud.Azure.ForgetRequests();
        var seed = 11;
        // Whether a seed strikes any of the few requests depends on their texts.
        do
        {
            Assert.True(seed < 30, "No seed struck.");
            cloud.Azure.Faults.Randomly(seed++, rate: 0.2, AzureService.Logs, [kind]);
            Assert.Equal(files, Figures.Of(session.Run(Get).Clean().Output));
        } while (!cloud.Azure.Requests.Any(r => r.Fault?.Kind == kind));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void All_kinds_at_random_points_lose_and_double_nothing(int seed)
    {
        using var session = cloud.SignIn();
        var files = Figures.Of(session.Run("Get-DeviceDisconnect $logs").Clean().Output);
        cloud.Azure.Faults.Randomly(seed, rate: 0.3, AzureService.Logs, Passing);

        Assert.Equal(files, Figures.Of(session.Run(Get).Clean().Output));
    }

    [Theory]
    [InlineData(FaultKind.Unauthorized, "CredentialRefused")]
    [InlineData(FaultKind.Forbidden, "AccessDenied")]
    [InlineData(FaultKind.NotFound, "WorkspaceNotFound")]
    public void What_does_not_pass_ends_the_call_with_nothing(FaultKind kind, string id)
    {
        using var session = cloud.SignIn();
        cloud.Azure.Faults.Add(new Fault(kind) { Service = AzureService.Logs, After = 2 });

        var outcome = session.Run(Get);

        Assert.Empty(outcome.Output);
        Assert.StartsWith(id + ",", outcome.TheError.FullyQualifiedErrorId);
        Assert.NotEmpty(outcome.TheError.ErrorDetails.RecommendedAction);
    }

    [Theory]
    [InlineData(FaultKind.PartialResult, "IncompleteAnswer")]
    [InlineData(FaultKind.GatewayTimeout, "QueryTimeout")]
    [InlineData(FaultKind.MalformedJson, "UnexpectedAnswer")]
    [InlineData(FaultKind.CutInBody, "Unreachable")]
    public void What_never_gets_better_ends_too(FaultKind kind, string id)
    {
        using var session = cloud.SignIn();
        cloud.Azure.Faults.Add(
            new Fault(kind)
            {
                Service = AzureService.Logs,
                QueryContains = "make_list",
                Rows = 0,
            }
        );

        var outcome = session.Run(Get);

        Assert.Empty(outcome.Output);
        Assert.StartsWith(id + ",", outcome.TheError.FullyQualifiedErrorId);
    }
}
