using IoTHubDisconnect.Causes.Aspects;

namespace IoTHubDisconnect.Tests.Causes.Aspects;

/// <summary>What signs of an age have in common.</summary>
public sealed class AgeSignKindsTests
{
    [Theory]
    [InlineData("loops", "TooShortAgain AtOnceAgain")]
    [InlineData(
        "lifetimes, though not borne out",
        "LifetimeAloneOverWebSocket LifetimeHourAsLimits LifetimeOfTheFleet LifetimeTwice"
    )]
    [InlineData(
        "repeated",
        "RepeatedAtHubCap RepeatedAtPatience RepeatedRound Repeated RepeatedDoubtful RepeatedKeepAliveUnknown "
            + "RepeatedAlthoughPinged RepeatedAlthoughPingedOverWebSocket RepeatedAlthoughPingedBeside "
            + "RepeatedOverHubCap RepeatedOverHubCapRound RepeatedOverHubCapAsLimit RepeatedOverHubCapHubCloses"
    )]
    [InlineData(
        "repeated over the cap",
        "RepeatedOverHubCap RepeatedOverHubCapRound RepeatedOverHubCapAsLimit RepeatedOverHubCapHubCloses"
    )]
    [InlineData("at the cap", "RepeatedAtHubCap PastHubCap")]
    [InlineData("loose", "RepeatedLoosely RepeatedLooselyAlthoughPinged")]
    public void These_and_no_others_are(string kind, string signs) =>
        Assert.Equal(
            [.. signs.Split(' ').Order(StringComparer.Ordinal)],
            Enum.GetValues<AgeSign>().Where(s => Is(kind, s)).Select(s => $"{s}").Order(StringComparer.Ordinal)
        );

    private static bool Is(string kind, AgeSign sign) =>
        kind switch
        {
            "loops" => sign.IsLoop(),
            "lifetimes, though not borne out" => sign.IsLifetime() && !sign.BearsLifetimeOut(),
            "repeated" => sign.IsRepeated(),
            "repeated over the cap" => sign.IsRepeatedOverHubCap(),
            "at the cap" => sign.IsAtHubCap(),
            _ => sign.IsLooselyRepeated(),
        };
}
