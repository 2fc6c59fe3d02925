using System.Security.Cryptography;
using System.Text;

namespace AzureStandIn.Faults;

/// <summary>
/// Faults by chance, though none so often in a row that a client must give up. Chance depends on the request alone, so
/// that a seed means the same in every run.
/// </summary>
internal sealed class RandomFaults(int seed, double rate, AzureService? wanted, IReadOnlyList<FaultKind> kinds)
{
    private const int MostInARow = 3;

    private readonly Dictionary<string, (int Seen, int InARow)> _requests = [];

    public Fault? Next(AzureService service, string path, string? query)
    {
        if (wanted is not null && wanted != service)
            return null;
        var request = $"{service} {path} {query}";
        var (before, inARow) = _requests.GetValueOrDefault(request);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed} {before} {request}"));
        var strikes = inARow < MostInARow && Unit(hash, 0) < rate;
        _requests[request] = (before + 1, strikes ? inARow + 1 : 0);
        if (!strikes)
            return null;

        var kind = kinds[(int)(Unit(hash, 8) * kinds.Count)];
        return new Fault(kind)
        {
            Position = Unit(hash, 16),
            RetryAfter =
                kind is FaultKind.TooManyRequests or FaultKind.ServiceUnavailable && hash[31] % 2 == 0 ? 1 : null,
            Rows = hash[30],
            Pause = TimeSpan.FromMilliseconds(1),
        };
    }

    private static double Unit(byte[] hash, int at) => (double)(BitConverter.ToUInt64(hash, at) >> 11) / (1UL << 53);
}
