namespace NetworkLab.Network;

/// <summary>
/// The kernel's own times in proportion to a fast clock, as far as it lets them: it counts tries of TCP, and seconds of
/// connection tracking.
/// </summary>
internal sealed class KernelTimes(double speed)
{
    private const double FirstResend = 0.2;
    private const double FirstSyn = 1;
    private const double UsualResends = 924;
    private const double UsualSyns = 127;

    /// <summary>How long a router keeps a quiet connection in mind where nothing else is asked for.</summary>
    private static readonly TimeSpan UsualMemory = TimeSpan.FromDays(5);

    /// <summary>How many seconds pass in one of the machine's.</summary>
    public double Speed => speed;

    /// <summary>Settings of a namespace with sockets in it.</summary>
    public string OfHost =>
        speed == 1
            ? ""
            : $"""
                echo {Tries(UsualResends, FirstResend)} > /proc/sys/net/ipv4/tcp_retries2
                echo {Tries(UsualSyns, FirstSyn)} > /proc/sys/net/ipv4/tcp_syn_retries
                echo {Tries(UsualSyns, FirstSyn)} > /proc/sys/net/ipv4/tcp_synack_retries
                """;

    /// <summary>Settings of a router.</summary>
    public string OfRouter => "echo 1 > /proc/sys/net/ipv4/ip_forward\n" + Memory(UsualMemory);

    /// <summary>Lets a router forget a quiet connection after a time.</summary>
    public string Memory(TimeSpan time) =>
        $"echo {Math.Max(1, Math.Round(time.TotalSeconds / speed))} > "
        + "/proc/sys/net/netfilter/nf_conntrack_tcp_timeout_established";

    /// <summary>Each try waits twice as long as the one before.</summary>
    private int Tries(double usualSeconds, double first) =>
        (int)Math.Max(1, Math.Round(Math.Log2((usualSeconds / speed / first) + 1) - 1));
}
