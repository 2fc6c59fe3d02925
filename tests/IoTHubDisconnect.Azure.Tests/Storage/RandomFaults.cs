namespace IoTHubDisconnect.Azure.Tests.Storage;

/// <summary>Lets requests meet with faults by chance, though none so often that its client must give up.</summary>
internal sealed class RandomFaults(int seed)
{
    private const int MostOfOne = 3;

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, int> _met = [];

    /// <summary>The faults so far.</summary>
    public int Count { get; private set; }

    public ProxyFault Choose(ProxiedRequest request)
    {
        lock (_met)
        {
            var met = _met.GetValueOrDefault($"{request}");
            var fault = met < MostOfOne ? Draw() : ProxyFault.None;
            if (fault == ProxyFault.None)
                return fault;

            _met[$"{request}"] = met + 1;
            Count++;
            return fault;
        }
    }

    private ProxyFault Draw() =>
        _random.Next(16) switch
        {
            0 => new() { Answer = (500, "InternalError", "") },
            1 => new() { Answer = (503, "ServerBusy", "") },
            2 => new() { CutAfter = 0 },
            3 or 4 => new() { CutAfter = _random.Next(1, 100) },
            5 or 6 => new() { Delay = TimeSpan.FromMilliseconds(_random.Next(1, 20)) },
            _ => ProxyFault.None,
        };
}
