using HubStandIn;
using NetworkLab.Clients;
using NetworkLab.Faults;

namespace NetworkLab;

/// <summary>What there is, and what is taken for granted.</summary>
internal static class LabList
{
    public static async Task WriteAsync(TextWriter output)
    {
        await output.WriteLineAsync("Clients");
        foreach (var client in LabClient.All)
        {
            await client.FetchAsync(output);
            await output.WriteLineAsync($"  {client.Name, -20}{await client.VersionAsync()}");
        }

        await output.WriteLineAsync("Faults");
        foreach (var fault in LabFault.All)
            await output.WriteLineAsync($"  {fault.Name, -20}{fault.Text}");
        await output.WriteLineAsync("What a hub is taken to write");
        foreach (var words in HubWords.All)
        {
            var codes = words.Codes.Count == 0 ? "no code" : string.Join(", ", words.Codes.Select(code => (int)code));
            await output.WriteLineAsync($"  {codes, -20}{words.End} ({words.Evidence})");
        }
    }
}
