namespace IoTHubDisconnect.Causes;

/// <summary>For each cause the log of its likelihood, up to a common factor. Rules add to it.</summary>
internal readonly ref struct CauseWeights(Span<double> values)
{
    public const int Count = (int)CauseName.HubFailover + 1;

    /// <summary>What a cause starts with that nothing speaks for.</summary>
    public const double Unlikely = -12;

    private readonly Span<double> _values = values;

    public double this[CauseName cause]
    {
        get => _values[(int)cause];
        set => _values[(int)cause] = value;
    }

    public void Fill(double value) => _values.Fill(value);

    public void Add(CauseName cause, double nats) => _values[(int)cause] += nats;
}
