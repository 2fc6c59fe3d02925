using System.ComponentModel;
using System.Diagnostics;

namespace NetworkLab.Enclosing;

/// <summary>
/// Namespaces of the lab's own, for its network, its processes and its mounts. They are held by the lab's processes
/// alone: whatever ends them, nothing of it stays behind.
/// </summary>
internal static class Enclosure
{
    /// <summary>The variable that all in there have. It names the process outside.</summary>
    public const string Mark = "NETWORK_LAB_ENCLOSED";

    /// <summary>What the lab needs to be allowed, in one breath.</summary>
    private const string Try = """
        mount -t tmpfs lab /run
        mkdir /run/netns
        ip netns add lab
        ip link add near type veth peer name far netns lab
        ip netns exec lab sh -ec 'echo 1 > /proc/sys/net/ipv4/ip_forward
            nft add table ip lab
            nft add chain ip lab nat "{ type nat hook postrouting priority 100; }"
            nft add rule ip lab nat masquerade
            test -w /proc/sys/net/netfilter/nf_conntrack_tcp_timeout_established'
        """;

    /// <summary>Whether this process lives in there.</summary>
    public static bool IsInside => Environment.GetEnvironmentVariable(Mark) is not null;

    /// <summary>Why there can be no lab here; null where there can.</summary>
    public static async Task<string?> WhyNotAsync()
    {
        try
        {
            using var attempt = Start(["sh", "-ec", Try]);
            attempt.StandardInput.Close();
            var complaint = await attempt.StandardError.ReadToEndAsync();
            await attempt.WaitForExitAsync();
            return attempt.ExitCode == 0 ? null : complaint.Trim();
        }
        catch (Win32Exception exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Runs this program in there, and passes on what it writes.</summary>
    public static async Task<int> EnterAsync(IReadOnlyList<string> words, TextWriter output, TextWriter error)
    {
        using var inside = Start([.. Self, .. words]);
        await Task.WhenAll(PassAsync(inside.StandardOutput, output), PassAsync(inside.StandardError, error));
        await inside.WaitForExitAsync();
        return inside.ExitCode;
    }

    /// <summary>Ends this process, and with it all in there, when the one outside has ended.</summary>
    public static void EndWithOutside() =>
        new Thread(() =>
        {
            using var outside = Console.OpenStandardInput();
            while (outside.ReadByte() >= 0)
            {
                // The outside says nothing; the end of its input is its end.
            }

            Environment.Exit(1);
        })
        {
            IsBackground = true,
        }.Start();

    private static IEnumerable<string> Self =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? [Environment.ProcessPath!, Environment.GetCommandLineArgs()[0]]
            : [Environment.ProcessPath!];

    private static Process Start(IEnumerable<string> command)
    {
        string[] users = Environment.IsPrivilegedProcess ? [] : ["--user", "--map-root-user"];
        var start = new ProcessStartInfo(
            "unshare",
            [.. users, "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--", .. command]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Mark] = $"{Environment.ProcessId}";
        return Process.Start(start)!;
    }

    private static async Task PassAsync(TextReader from, TextWriter to)
    {
        while (await from.ReadLineAsync() is { } line)
            await to.WriteLineAsync(line);
    }
}
