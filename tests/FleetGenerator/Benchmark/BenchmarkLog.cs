using FleetGenerator.Chance;
using FleetGenerator.Sessions;

namespace FleetGenerator.Benchmark;

/// <summary>
/// Writes a log of any length in order of time, second by second, with memory that grows with devices alone.
/// </summary>
public sealed class BenchmarkLog
{
    private const int DevicesPerAddress = 25;

    private static readonly int[] Irregular = [ErrorCodes.ClosedRemotely];

    private readonly long rows;
    private readonly Rng rng;
    private readonly BenchmarkProfile[] profiles = BenchmarkProfile.Fleet;
    private readonly ProfileRows[] profileRows;
    private readonly byte[] profileOf;
    private readonly DeviceState[] states;
    private readonly Calendar calendar;
    private readonly TimeText time = new(new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero));
    private readonly byte[] id = "device-0000000"u8.ToArray();
    private readonly byte[] address = "100.000.000.XXX"u8.ToArray();
    private long written;

    /// <summary>Prepares a log of that many rows about that many devices.</summary>
    public BenchmarkLog(long rows, int devices, int seed)
    {
        this.rows = rows;
        rng = Rng.For(seed, "benchmark");
        profileRows = [.. profiles.Select(profile => new ProfileRows(profile, rng))];
        profileOf = new byte[devices];
        states = new DeviceState[devices];
        calendar = new Calendar(devices);
        for (int device = 0; device < devices; device++)
            Start(device);
    }

    /// <summary>Writes all rows as JSON lines.</summary>
    public void WriteTo(Stream stream)
    {
        var output = new BufferedOutput(stream);
        var due = new List<int>();
        for (long second = 0; written < rows; second++)
        {
            calendar.Take(second, due);
            if (due.Count == 0)
                continue;
            time.SetSecond(second);
            int step = 10_000_000 / (due.Count + 1);
            for (int i = 0; i < due.Count; i++)
                Step(output, due[i], second, (i + 1) * step);
        }

        output.Flush();
    }

    private void Start(int device)
    {
        profileOf[device] = Draw();
        states[device] = profiles[profileOf[device]].Refused ? DeviceState.Offline : DeviceState.Connected;
        calendar.Add(device, (long)rng.Between(0, profiles[profileOf[device]].Period));
    }

    private byte Draw()
    {
        double at = rng.Unit();
        for (byte i = 0; i < profiles.Length; i++)
        {
            at -= profiles[i].Share;
            if (at < 0)
                return i;
        }

        return 0;
    }

    private void Step(BufferedOutput output, int device, long second, int fraction)
    {
        BenchmarkProfile profile = profiles[profileOf[device]];
        ProfileRows templates = profileRows[profileOf[device]];
        Digits.Write(id.AsSpan(7), device);
        Digits.Write(address.AsSpan(4, 3), device / DevicesPerAddress / 250 % 250);
        Digits.Write(address.AsSpan(8, 3), device / DevicesPerAddress % 250);

        if (states[device] == DeviceState.Offline)
            Connect(output, templates, profile, device, second, fraction);
        else
            End(output, templates, profile, device, second, fraction);
    }

    private void Connect(
        BufferedOutput output,
        ProfileRows templates,
        BenchmarkProfile profile,
        int device,
        long second,
        int fraction
    )
    {
        Write(output, templates.Connect(device), fraction);
        bool irregular = rng.Happens(profile.IrregularShare);
        if (!profile.Refused)
            states[device] = irregular ? DeviceState.ConnectedForLess : DeviceState.Connected;
        calendar.Add(device, second + (irregular ? rng.Whole(10, profile.Period) : profile.Period));
    }

    private void End(
        BufferedOutput output,
        ProfileRows templates,
        BenchmarkProfile profile,
        int device,
        long second,
        int fraction
    )
    {
        bool irregular = states[device] == DeviceState.ConnectedForLess;
        foreach (int code in irregular ? Irregular : profile.Codes)
            Write(output, templates.End(device, code), fraction++);
        states[device] = DeviceState.Offline;
        calendar.Add(device, second + (irregular ? rng.Whole(1, 400) : rng.Whole(1, 6)));
    }

    private void Write(BufferedOutput output, RowTemplate template, int fraction)
    {
        if (written == rows)
            return;
        time.SetFraction(fraction);
        template.Write(output, time.Bytes, id, address);
        written++;
    }

    private enum DeviceState : byte
    {
        Offline,
        Connected,
        ConnectedForLess,
    }
}
