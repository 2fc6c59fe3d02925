namespace FleetGenerator.Clients;

/// <summary>The libraries' documented defaults: keep-alive, ping, token renewal, retry.</summary>
internal static class SdkCatalog
{
    private static readonly RetryPolicy TenSecondCap = new(0.2, 3, 0.5, 10, 0.2, GivesUpAfter: 240);
    private static readonly RetryPolicy Simple = new(0.5, 6, 2, 60, 0.2);

    private static readonly Dictionary<SdkName, SdkProfile> Profiles = new SdkProfile[]
    {
        new(SdkName.C, 240, 240, 120, TokenRenewal.AtShareAfterConnect, true, new(0.8, 3, 1, 30, 0.03)),
        new(SdkName.Node, 180, 180, 180, TokenRenewal.GridWithQuarterHourMargin, true, TenSecondCap),
        new(SdkName.Python, 60, 60, 60, TokenRenewal.GridWithTwoMinuteMargin, false, new(0.2, 2, 10, 10, 0.01)),
        new(SdkName.DotNet, 300, 75, 30, TokenRenewal.HubClosesReusedToken, true, TenSecondCap with { Initial = 1 }),
        new(SdkName.Java, 230, 230, 230, TokenRenewal.HubClosesNewToken, true, TenSecondCap with { FirstLow = 0.1 }),
        new(SdkName.EmbeddedC, 240, 240, 120, TokenRenewal.ApplicationDecides, false, new(1, 5, 1, 100, 0.2)),
        new(SdkName.ThreadX, 240, 240, 60, TokenRenewal.HubClosesNewToken, false, new(3, 5, 3, 600, 0.3)),
        new(SdkName.FreeRtos, 60, 60, 60, TokenRenewal.HubClosesNewToken, false, Simple),
        new(
            SdkName.Arduino,
            30,
            30,
            30,
            TokenRenewal.AtExpiryAfterConnect,
            false,
            Simple with
            {
                Initial = 5,
                Cap = 5,
            }
        ),
        new(SdkName.Raw, 60, 60, 60, TokenRenewal.ApplicationDecides, false, Simple),
    }.ToDictionary(profile => profile.Name);

    public static SdkProfile Of(SdkName name) => Profiles[name];
}
