namespace IoTHubDisconnect.Core.Tests.Reading;

/// <summary>Damages bytes at random: flips, cuts, insertions, doubled pieces.</summary>
internal static class Damage
{
    private static readonly byte[] Favourites = [.. "\"\\{}[],:;\n\r\t 0eun\0"u8, 0xFF];

    internal static byte[] Apply(byte[] content, int changes, Random random)
    {
        for (var i = 0; i < changes && content.Length > 0; i++)
        {
            var at = random.Next(content.Length);
            content = Change(content, at, Math.Min(random.Next(1, 40), content.Length - at), random);
        }
        return content;
    }

    /// <summary>Changes bytes in one place, none before and none after.</summary>
    internal static byte[] Change(byte[] content, int at, int length, Random random) =>
        random.Next(5) switch
        {
            0 => [.. content[..at], (byte)(content[at] ^ (1 << random.Next(8))), .. content[(at + 1)..]],
            1 => [.. content[..at], Favourites[random.Next(Favourites.Length)], .. content[(at + 1)..]],
            2 => [.. content[..at], .. content[(at + length)..]],
            3 => [.. content[..at], Favourites[random.Next(Favourites.Length)], .. content[at..]],
            _ => [.. content[..(at + length)], .. content[at..]],
        };
}
