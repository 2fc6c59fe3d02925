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

    private readonly long _rows;
    private readonly Rng _rng;
    private readonly BenchmarkProfile[] _profiles;
    private readonly ProfileRows[] _profileRows;
    private readonly byte[] _profileOf;
    private readonly DeviceState[] _states;
    private readonly Calendar _calendar;
    private readonly TimeText _time = new(new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero));
    private readonly byte[] _id = "device-0000000"u8.ToArray();
    private readonly byte[] _address = "100.000.000.XXX"u8.ToArray();
    private long _written;

    /// <summary>Prepares a log of that many rows about that many devices.</summary>
    public BenchmarkLog(long rows, int devices, int seed)
        : this(rows, devices, seed, BenchmarkProfile.Fleet) { }

    internal BenchmarkLog(long rows, int devices, int seed, BenchmarkProfile[] profiles)
    {
        _rows = rows;
        _profiles = profiles;
        _rng = Rng.For(seed, "benchmark");
        _profileRows = [.. _profiles.Select(profile => new ProfileRows(profile, _rng))];
        _profileOf = new byte[devices];
        _states = new DeviceState[devices];
        _calendar = new Calendar(devices);
        for (var device = 0; device < devices; device++)
            Start(device);
    }

    /// <summary>Writes all rows as JSON lines.</summary>
    public void WriteTo(Stream stream)
    {
        var output = new BufferedOutput(stream);
        var due = new List<int>();
        for (long second = 0; _written < _rows; second++)
        {
            _calendar.Take(second, due);
            if (due.Count == 0)
                continue;
            _time.SetSecond(second);
            var step = 10_000_000 / (due.Count + 1);
            for (var i = 0; i < due.Count; i++)
                Step(output, due[i], second, (i + 1) * step);
        }

        output.Flush();
    }

    private void Start(int device)
    {
        _profileOf[device] = Draw();
        _states[device] = _profiles[_profileOf[device]].Refused ? DeviceState.Offline : DeviceState.Connected;
        _calendar.Add(device, (long)_rng.Between(0, _profiles[_profileOf[device]].Period));
    }

    private byte Draw()
    {
        var at = _rng.Unit();
        for (byte i = 0; i < _profiles.Length; i++)
        {
            at -= _profiles[i].Share;
            if (at < 0)
                return i;
        }

        return 0;
    }

    private void Step(BufferedOutput output, int device, long second, int fraction)
    {
        var profile = _profiles[_profileOf[device]];
        var templates = _profileRows[_profileOf[device]];
        Digits.Write(_id.AsSpan(7), device);
        Digits.Write(_address.AsSpan(4, 3), device / DevicesPerAddress / 250 % 250);
        Digits.Write(_address.AsSpan(8, 3), device / DevicesPerAddress % 250);

        if (_states[device] == DeviceState.Offline)
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
        var irregular = _rng.Happens(profile.IrregularShare);
        if (!profile.Refused)
            _states[device] = irregular ? DeviceState.ConnectedForLess : DeviceState.Connected;
        _calendar.Add(device, second + (irregular ? _rng.Whole(10, profile.Period) : profile.Period));
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
        var irregular = _states[device] == DeviceState.ConnectedForLess;
        foreach (var code in irregular ? Irregular : profile.Codes)
            Write(output, templates.End(device, code), fraction++);
        _states[device] = DeviceState.Offline;
        _calendar.Add(device, second + (irregular ? _rng.Whole(1, 400) : _rng.Whole(1, 6)));
    }

    private void Write(BufferedOutput output, RowTemplate template, int fraction)
    {
        if (_written == _rows)
            return;
        _time.SetFraction(fraction);
        template.Write(output, _time.Bytes, _id, _address);
        _written++;
    }

    private enum DeviceState : byte
    {
        Offline,
        Connected,
        ConnectedForLess,
    }
}
