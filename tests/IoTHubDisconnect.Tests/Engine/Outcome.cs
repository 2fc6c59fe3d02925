using System.Management.Automation;

namespace IoTHubDisconnect.Tests.Engine;

/// <summary>What a script wrote to each stream, and what ended it.</summary>
internal sealed record Outcome(IReadOnlyList<PSObject> Output, PSDataStreams Streams, RuntimeException? Thrown)
{
    public IReadOnlyList<ErrorRecord> Errors { get; } = [.. Streams.Error];

    public IReadOnlyList<string> Warnings { get; } = [.. Streams.Warning.Select(w => w.Message)];

    public IReadOnlyList<string> Verbose { get; } = [.. Streams.Verbose.Select(v => v.Message)];

    public T[] As<T>() => [.. Output.Select(o => (T)o.BaseObject)];

    /// <summary>The one error, whether it ended the script or not.</summary>
    public ErrorRecord TheError => Thrown?.ErrorRecord ?? Assert.Single(Errors);

    /// <summary>Fails if anything but output came.</summary>
    public Outcome Clean()
    {
        Assert.Null(Thrown);
        Assert.Empty(Errors);
        Assert.Empty(Warnings);
        return this;
    }
}
