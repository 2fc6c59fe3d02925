using System.Globalization;

namespace IoTHubDisconnect.Tests.Causes.Aspects;

/// <summary>Rows of sessions by their ages: <c>901x6 1803</c> is six of 901 seconds and one of 1803.</summary>
internal static class AgeRows
{
    public static string Of(string ages, string end = "D 404104", double away = 2, double start = 0) =>
        SessionRows.Repeated(
            [
                .. ages.Split(' ')
                    .SelectMany(part =>
                        part.Split('x') is [var age, var times]
                            ? Enumerable.Repeat(Seconds(age), int.Parse(times, CultureInfo.InvariantCulture))
                            : [Seconds(part)]
                    ),
            ],
            end,
            away,
            start
        );

    private static double Seconds(string age) => double.Parse(age, CultureInfo.InvariantCulture);
}
