using System.Text;
using FleetGenerator;
using IoTHubDisconnect.Core.Tests.Quality;
using IoTHubDisconnect.Fleets;
using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes.Phrases;

/// <summary>Disconnects of every kind, so that all is said that can be said.</summary>
internal static class ManyDisconnects
{
    public static IEnumerable<DeviceDisconnect> All() =>
        [.. Fleets(), .. Tables().SelectMany(log => log.Disconnects()), .. Conditions(), .. Settings(), .. Untold()];

    private static IEnumerable<DeviceDisconnect> Fleets() =>
        ((string[])["noisy", "odd"]).SelectMany(preset =>
            SimulatedLog.Read(
                Fleet.Simulate(FleetPresets.All[preset](21) with { Devices = 80, Hours = 36 }),
                log => log.Find(new DisconnectFilter()).ToArray()
            )
        );

    private static IEnumerable<TestLog> Tables() =>
        [
            .. Rows(
                    CauseTests.Cases,
                    ClientClosedTests.Cases,
                    ConnectionResetTests.Cases,
                    DeviceRestartedTests.Cases,
                    HubFailoverTests.Cases,
                    NetworkLostTests.Cases,
                    UnauthorizedTests.Cases,
                    UnknownTests.Cases
                )
                .Select(row => new TestLog().Add($"{row[3]}", sdk: $"{row[1]}", auth: $"{row[2]}")),
            .. Rows(DuplicateIdentityTests.OneClient, SasTokenExpiredTests.Tokens, SasTokenExpiredTests.Others)
                .Select(row => new TestLog().Add($"{row[2]}", sdk: $"{row[1]}")),
            .. Rows(DuplicateIdentityTests.TwoClients).Select(row => new TestLog().Add($"{row[1]}")),
            new TestLog().Add("0:00:00 C, 1:00:00 D 0, 1:00:02 C, 3:00:00 F 0, 4:00:00 D SomethingElse"),
            new TestLog().Add("0:00:00 C, 1:05:01 D 404104, 1:05:12 F 401003, 1:05:30 C"),
            Enumerable
                .Range(0, 6)
                .Aggregate(new TestLog(), (log, i) => log.Add($"0:00:{i:00} F 401003, 0:01:{i:00} F 401003", $"d{i}")),
            new TestLog().Add("0:00:00 C, 4:00:00 D 400027, 4:00:00.1 C", ip: ""),
            new TestLog().Add("0:00:00 C, 4:00:00 D 400027", sdk: TestLog.C).Add("4:00:00.1 C", sdk: TestLog.Node),
            DeviceRestartedTests.Updated(),
            HubFaultTests.LeftBehind("4:00:00"),
            SasTokenExpiredTests.RefusedEarly(),
            QuotaExceededTests.Loop("another"),
            QuotaExceededTests.UntilTheDayEnds(),
            SasTokenClockTests.OddLifetime(5027, 1, isShared: true),
            SasTokenClockTests.OnTheSweep(),
            SasTokenClockTests.ShortLived(),
            DeviceRestartedTests.TriedBefore(),
            DuplicateIdentityTests.Refused(),
            UnansweredPingsTests.TakenAfterMessages(),
            DuplicateIdentityTests.Visits(),
            DeviceRestartedTests.AwayFor(30.4),
            ShortLogTests.Timer(12),
            DuplicateIdentityTests.BadLine(),
            NeighbourhoodTests.Daily(),
            FleetEvidenceTests.District(),
            UnansweredPingsTests.Unanswered(TestLog.Node, 180, 9),
            UnansweredPingsTests.MissingConnects(),
            NeighbourhoodTests.Moving(true),
            FleetEvidenceTests.Waves(3, false),
            new TestLog().Add(Schedule(3600, 600, "D", 7, 12), sdk: TestLog.C),
            new TestLog().Add(Repeated([12, 9, 14, 11], "D 404104", 40), sdk: TestLog.C),
            new TestLog().Add(Repeated(Around(300.4, 0.1, 40), "D 404104", 2), sdk: TestLog.C),
            new TestLog().Add(Repeated(Around(3, 1, 100), "D", 1), sdk: TestLog.C),
            new TestLog().Add(
                Repeated(IdleTimeoutTests.AfterMessages, "D 404104", 6),
                sdk: "",
                auth: "x509Certificate"
            ),
            IdleTimeoutTests.AfterMessagesThroughTimer(),
            ClientClosedTests.TakenOnGrid(),
            SasTokenRenewedTests.MadeAnew(TestLog.Node),
            SasTokenRenewedTests.ClosedForTheNight(),
            SasTokenExpiredTests.Drifting(-1.3),
            SasTokenExpiredTests.Drifting(0.9),
        ];

    private static IEnumerable<object[]> Rows(params IEnumerable<object[]>[] tables) => tables.SelectMany(row => row);

    private static IEnumerable<DeviceDisconnect> Conditions() =>
        (
            (string[])
                [
                    "a dip, Unavailable",
                    "a dip, Degraded",
                    "a dip, failover in the activity log",
                    "a dip, swapped roles",
                    "no dip",
                ]
        )
            .SelectMany(condition => HubConditionTests.Resolve(HubConditionTests.MassDrop, condition))
            .Concat(HubConditionTests.Resolve("one device at 4:00", "no dip"))
            .Select(cause => cause.Disconnect);

    private static IEnumerable<DeviceDisconnect> Settings() =>
        ((string[])["disableDeviceSAS", "disableLocalAuth", "publicNetworkAccess", "ipFilterRules", "networkRuleSets"])
            .Select(setting => (setting, ""))
            .Append(("disableModuleSAS", "camera"))
            .Select(s => HubSettingsTests.Resolve("0:00:00 F 401003", s.Item1, "sas", s.Item2).Disconnect);

    /// <summary>Rows that do not tell whether they are errors.</summary>
    private static IEnumerable<DeviceDisconnect> Untold()
    {
        using var log = LogDialect.Read(
            Encoding.UTF8.GetBytes(
                """
                TimeGenerated,Category,OperationName,DeviceId
                2026-11-16T10:00:00Z,Connections,deviceConnect,device
                2026-11-16T11:00:00Z,Connections,deviceDisconnect,device
                2026-11-16T12:00:00Z,Connections,deviceConnect,device
                """
            )
        );
        return [.. log.Find(new DisconnectFilter())];
    }
}
