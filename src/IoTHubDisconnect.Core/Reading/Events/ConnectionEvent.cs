using System.Runtime.InteropServices;

namespace IoTHubDisconnect.Reading.Events;

internal enum EventKind : byte
{
    Connected,
    ConnectFailed,
    Disconnected,
}

/// <summary>
/// One row of the log, reduced to 20 bytes: names are numbers of
/// <see cref="DeviceTable"/> and <see cref="ContextTable"/>.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly struct ConnectionEvent(long ticks, int device, int context, EventKind kind, int code)
{
    /// <summary>The row says that it succeeded, or that it was orderly.</summary>
    public const int NoCode = -1;

    /// <summary>The row tells of an error that has no number.</summary>
    public const int UnnumberedCode = 0;

    /// <summary>The row has no place for whether it tells of an error.</summary>
    public const int UntoldCode = 1;

    private const int CodeBits = 24;

    public readonly long Ticks = ticks;
    public readonly int Device = device;
    public readonly int Context = context;
    private readonly int _outcome = ((int)kind << CodeBits) | (code + 1);

    public EventKind Kind => (EventKind)(_outcome >> CodeBits);

    public int Code => (_outcome & ((1 << CodeBits) - 1)) - 1;

    /// <summary>What a row tells apart from when and who.</summary>
    public long Content => ((long)_outcome << 32) | (uint)Context;

    /// <summary>
    /// The number of an error code; 0 for an error without one; null where the row tells of no error.
    /// </summary>
    public static int? NumberOf(int code) =>
        code is NoCode or UntoldCode ? null
        : ErrorTexts.Include(code) ? UnnumberedCode
        : code;

    /// <summary>The row tells of an error, and at most by an HTTP status of which.</summary>
    public bool LacksCode => Code == UnnumberedCode || ErrorPhrase.IsStatus(Code);

    /// <summary>The same row with another code.</summary>
    public ConnectionEvent With(int code) => new(Ticks, Device, Context, Kind, code);

    public bool SameRowAs(in ConnectionEvent other) =>
        Ticks == other.Ticks && Device == other.Device && Context == other.Context && _outcome == other._outcome;
}
