using System.Globalization;

namespace IoTHubDisconnect.Core.Tests.Reading;

/// <summary>Seeds that are others each day, so that fuzzing goes on; what failed comes again by its seed.</summary>
internal static class Seeds
{
    private const string Variable = "FUZZ_SEED";

    private static int First =>
        int.Parse(
            Environment.GetEnvironmentVariable(Variable)
                ?? DateTime.UtcNow.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture
        );

    /// <summary>Tries something so many times, and says with which seed it failed.</summary>
    internal static void Try(int times, Action<int> attempt)
    {
        var first = First;
        for (var seed = first; seed < first + times; seed++)
            try
            {
                attempt(seed);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException(
                    $"It fails again with {Variable}={seed}: {exception.Message}",
                    exception
                );
            }
    }
}
