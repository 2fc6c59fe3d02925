using System.Text;
using FleetGenerator.Logs;

namespace FleetGenerator.Benchmark;

/// <summary>A row's bytes around what differs from device to device: time, device id and address.</summary>
internal sealed class RowTemplate
{
    private const string IdMark = "@id@";
    private const string AddressMark = "@ip@";

    private readonly byte[] beforeTime;
    private readonly byte[] beforeId;
    private readonly byte[] beforeAddress;
    private readonly byte[] end;

    private RowTemplate(byte[] beforeTime, byte[] beforeId, byte[] beforeAddress, byte[] end)
    {
        this.beforeTime = beforeTime;
        this.beforeId = beforeId;
        this.beforeAddress = beforeAddress;
        this.end = end;
    }

    /// <summary>Takes everything else from a row.</summary>
    public static RowTemplate Of(LogRow row)
    {
        var time = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(1);
        string json =
            RowWriter.ToJson(row with { Time = time, DeviceId = IdMark, MaskedIpAddress = AddressMark }) + "\n";
        int timeAt = json.IndexOf("2000-", StringComparison.Ordinal);
        int timeEnd = timeAt + TimeText.Length;
        int id = json.IndexOf(IdMark, StringComparison.Ordinal);
        int address = json.IndexOf(AddressMark, StringComparison.Ordinal);
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
            beforeTime.Length
                + time.Length
                + beforeId.Length
                + id.Length
                + beforeAddress.Length
                + address.Length
                + end.Length
        );
        output.Append(beforeTime);
        output.Append(time);
        output.Append(beforeId);
        output.Append(id);
        output.Append(beforeAddress);
        output.Append(address);
        output.Append(end);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
