namespace IoTHubDisconnect.Benchmarks.Shapes;

/// <summary>A shape that a log can have.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Size">How much of it the smallest run has.</param>
/// <param name="Work">Makes so much of it, and gives what is to be measured.</param>
internal sealed record Shape(string Name, int Size, Func<int, Action> Work);
