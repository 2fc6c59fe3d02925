using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace IoTHubDisconnect.Reading.Events;

/// <summary>The devices and modules seen so far, each with a number.</summary>
internal sealed class DeviceTable
{
    private const byte ModuleSeparator = 0;

    private readonly Utf8Interner _names = new();

    public int Count => _names.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Add(int hub, ReadOnlySpan<byte> deviceId, ReadOnlySpan<byte> moduleId) =>
        moduleId.IsEmpty ? _names.Intern(deviceId, hub) : AddModule(hub, deviceId, moduleId);

    public int HubOf(int device) => _names.TagOf(device);

    /// <summary>Device id and module id in UTF-8, in an order that sorts a device before its modules.</summary>
    public ReadOnlySpan<byte> NameOf(int device) => _names[device];

    public (string DeviceId, string? ModuleId) Split(int device)
    {
        var name = NameOf(device);
        var end = name.IndexOf(ModuleSeparator);
        return end < 0
            ? (Encoding.UTF8.GetString(name), null)
            : (Encoding.UTF8.GetString(name[..end]), Encoding.UTF8.GetString(name[(end + 1)..]));
    }

    [SkipLocalsInit]
    private int AddModule(int hub, ReadOnlySpan<byte> deviceId, ReadOnlySpan<byte> moduleId)
    {
        var length = deviceId.Length + 1 + moduleId.Length;
        byte[]? rented = null;
        var key =
            length <= 512 ? stackalloc byte[length] : (rented = ArrayPool<byte>.Shared.Rent(length)).AsSpan(0, length);
        deviceId.CopyTo(key);
        key[deviceId.Length] = ModuleSeparator;
        moduleId.CopyTo(key[(deviceId.Length + 1)..]);
        var id = _names.Intern(key, hub);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return id;
    }
}
