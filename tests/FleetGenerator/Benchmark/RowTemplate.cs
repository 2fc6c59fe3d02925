using System.Text;
using FleetGenerator.Logs;

namespace FleetGenerator.Benchmark;

/// <summary>A row's bytes around what differs from device to device: time, device id and address.</summary>
internal sealed class RowTemplate
{
    private const string IdMark = "@id@";
    private const string AddressMark = "@ip@";

    private readonly byte[] _beforeTime;
    private readonly byte[] _beforeId;
    private readonly byte[] _beforeAddress;
    private readonly byte[] _end;

    private RowTemplate(byte[] beforeTime, byte[] beforeId, byte[] beforeAddress, byte[] end)
    {
        _beforeTime = beforeTime;
        _beforeId = beforeId;
        _beforeAddress = beforeAddress;
        _end = end;
    }

    /// <summary>Takes everything else from a row.</summary>
    public static RowTemplate Of(LogRow row)
    {
        var time = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(1);
        var json = RowWriter.ToJson(row with { Time = time, DeviceId = IdMark, MaskedIpAddress = AddressMark }) + "\n";
        var timeAt = json.IndexOf("2000-", StringComparison.Ordinal);
        var timeEnd = timeAt + TimeText.Length;
        var id = json.IndexOf(IdMark, StringComparison.Ordinal);
        var address = json.IndexOf(AddressMark, StringComparison.Ordinal);
        return new RowTemplate(
            Utf8(json[..timeAt]),
            Utf8(json[timeEnd..id]),
            Utf8(json[(id + IdMark.Length)..address]),
            Utf8(json[(address + AddressMark.Length)..])
        );
    }

    public void Write(BufferedOutput output, ReadOnlySpan<byte> time, ReadOnlySpan<byte> id, ReadOnlySpan<byte> address)
    {
        output.Reserve(
            _beforeTime.Length
                + time.Length
                + _beforeId.Length
                + id.Length
                + _beforeAddress.Length
                + address.Length
                + _end.Length
        );
        output.Append(_beforeTime);
        output.Append(time);
        output.Append(_beforeId);
        output.Append(id);
        output.Append(_beforeAddress);
        output.Append(address);
        output.Append(_end);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
