using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace IoTHubDisconnect.Events;

/// <summary>The devices and modules seen so far, each with a number.</summary>
internal sealed class DeviceTable
{
    private const byte ModuleSeparator = 0;

    private readonly Utf8Interner _names = new();

    public int Count => _names.Count;

    public int Add(int hub, ReadOnlySpan<byte> deviceId, ReadOnlySpan<byte> moduleId)
    {
        var length = sizeof(int) + deviceId.Length + 1 + moduleId.Length;
        byte[]? rented = null;
        var key = length <= 512 ? stackalloc byte[length] : (rented = ArrayPool<byte>.Shared.Rent(length)).AsSpan(0, length);
        BinaryPrimitives.WriteInt32LittleEndian(key, hub);
        deviceId.CopyTo(key[sizeof(int)..]);
        key[sizeof(int) + deviceId.Length] = ModuleSeparator;
        moduleId.CopyTo(key[(sizeof(int) + deviceId.Length + 1)..]);
        var id = _names.Intern(key);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        return id;
    }

    public int HubOf(int device) => BinaryPrimitives.ReadInt32LittleEndian(_names[device]);

    /// <summary>Device id and module id in UTF-8, in an order that sorts a device before its modules.</summary>
    public ReadOnlySpan<byte> NameOf(int device) => _names[device][sizeof(int)..];

    public (string DeviceId, string? ModuleId) Split(int device)
    {
        var name = NameOf(device);
        var end = name.IndexOf(ModuleSeparator);
        var module = name[(end + 1)..];
        return (Encoding.UTF8.GetString(name[..end]), module.IsEmpty ? null : Encoding.UTF8.GetString(module));
    }
}
