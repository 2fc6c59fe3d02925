using HubStandIn.Network.Faults;

namespace HubStandIn.Network;

/// <summary>What can be wrong with a port.</summary>
public abstract record PortFault
{
    /// <summary>Nothing.</summary>
    public static PortFault None { get; } = new CarryingPort(new PathRule());

    /// <summary>Attempts to connect are refused.</summary>
    public static PortFault Closed { get; } = new UnreachablePort(PortState.Closed);

    /// <summary>Attempts to connect are not answered. On Linux only; elsewhere they may be refused.</summary>
    public static PortFault Filtered { get; } = new UnreachablePort(PortState.Filtered);

    /// <summary>Accepts, listens and says nothing.</summary>
    public static PortFault Silent { get; } = new SilentPort();

    /// <summary>Answers in plain text where TLS is expected.</summary>
    public static PortFault PlainText { get; } = new PlainTextPort();

    /// <summary>Speaks TLS 1.0 only.</summary>
    public static PortFault OldTls { get; } = new OldTlsPort();

    /// <summary>Everything reaches the client byte by byte.</summary>
    public static PortFault Drip(TimeSpan perByte) => new CarryingPort(new PathRule { PerByte = perByte });

    /// <summary>The path is cut when so many bytes have reached the client.</summary>
    public static PortFault CutAfter(long bytes, PathCut how = PathCut.Close) =>
        new CarryingPort(new PathRule { Bytes = bytes, Cut = how });

    /// <summary>The path is cut when nothing has passed for so long, as middleboxes do.</summary>
    public static PortFault CutWhenIdle(TimeSpan idle, PathCut how = PathCut.Reset) =>
        new CarryingPort(new PathRule { Idle = idle, Cut = how });

    internal virtual PortState State => PortState.Open;

    internal abstract Task ServeAsync(PathConnection connection);
}
