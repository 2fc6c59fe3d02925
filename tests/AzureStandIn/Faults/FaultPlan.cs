using System.Diagnostics;

namespace AzureStandIn.Faults;

/// <summary>What the stand-in does wrong. Safe to change while requests come in.</summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<PlannedFault> _planned = [];
    private RandomFaults? _random;

    /// <summary>Adds a fault. Of several that fit a request the first added one counts.</summary>
    public void Add(Fault fault)
    {
        lock (_gate)
            _planned.Add(new PlannedFault(fault));
    }

    /// <summary>
    /// Lets a share of the requests, from 0 to 1, meet one of these kinds. Which ones is decided by the seed, the
    /// request's content and how often it came before, not by the order of arrival: the same client sees the same
    /// faults, however its requests overlap.
    /// </summary>
    public void Randomly(int seed, double rate, params IReadOnlyList<FaultKind> kinds) =>
        Randomly(seed, rate, null, kinds);

    /// <summary>The same for one service alone.</summary>
    public void Randomly(int seed, double rate, AzureService? service, IReadOnlyList<FaultKind> kinds)
    {
        lock (_gate)
            _random = new RandomFaults(seed, rate, service, kinds);
    }

    /// <summary>Behaves from now on.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _planned.Clear();
            _random = null;
        }
    }

    internal Fault? Next(AzureService service, string path, string? query)
    {
        lock (_gate)
            return _planned.Find(fault => fault.Strikes(service, path, query))?.Fault
                ?? _random?.Next(service, path, query);
    }

    private sealed class PlannedFault(Fault fault)
    {
        private int _seen;
        private Stopwatch? _since;

        public Fault Fault => fault;

        public bool Strikes(AzureService service, string path, string? query)
        {
            if (
                fault.Service is { } wanted && wanted != service
                || fault.PathContains is { } part && !path.Contains(part, StringComparison.OrdinalIgnoreCase)
                || fault.QueryContains is { } text && query?.Contains(text, StringComparison.Ordinal) != true
            )
                return false;
            var number = _seen++;
            if (number < fault.After || number - fault.After >= fault.Times)
                return false;
            _since ??= Stopwatch.StartNew();
            return fault.Lasts is not { } end || _since.Elapsed < end;
        }
    }
}
