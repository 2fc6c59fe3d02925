using System.Net.Http;

namespace IoTHubDisconnect.Connectivity.Hub;

/// <summary>What came back over HTTP.</summary>
/// <param name="Date">The other side's clock, to the second; null where the answer does not say.</param>
/// <param name="ErrorName">The hub's own name of the error; null where there is none.</param>
internal sealed record HubAnswer(int Status, DateTimeOffset? Date, string? ErrorName, string Body)
{
    public bool IsGood => Status is >= 200 and < 300;

    public HubError Error => HubError.OfHttp(Status, ErrorName, Body);
}
