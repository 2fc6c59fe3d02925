using NetworkLab.Clients;
using NetworkLab.Enclosing;

namespace NetworkLab;

/// <summary>The lab as a command.</summary>
internal static class LabCommand
{
    private const int NotUnderstood = 2;

    /// <summary>How it ends, and what it says, where no network can be made.</summary>
    public const int NotPossible = 3;

    public const string NoLab = "There can be no network lab on this machine";

    public static async Task<int> RunAsync(string[] words, TextWriter output, TextWriter error)
    {
        if (words is [MqttNetDevice.Verb])
            return await MqttNetDevice.RunAsync();
        if (LabOptions.Parse(words) is not { } options)
        {
            await error.WriteLineAsync(LabOptions.Usage);
            return NotUnderstood;
        }

        if (options.Verb == "list")
        {
            await LabList.WriteAsync(output);
            return 0;
        }

        if (Enclosure.IsInside)
        {
            Enclosure.EndWithOutside();
            return await new LabRun(options, output, error).RunAsync();
        }

        if (await Enclosure.WhyNotAsync() is { } reason)
        {
            await output.WriteLineAsync($"{NoLab}: {reason}");
            return NotPossible;
        }

        foreach (var client in options.Clients)
            await client.FetchAsync(error);

        return await Enclosure.EnterAsync(words, output, error);
    }
}
