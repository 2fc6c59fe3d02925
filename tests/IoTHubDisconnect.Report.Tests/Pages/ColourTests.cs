using System.Globalization;
using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Report.Tests.Pages;

/// <summary>The colours of the areas, as people see them who see all, or who lack one kind of cone.</summary>
[Collection("Browser")]
public sealed class ColourTests(WrittenReports reports)
{
    private const double LeastDifference = 20,
        LeastContrast = 3;

    /// <summary>Machado, Oliveira and Fernandes 2009, at full severity, on linear RGB.</summary>
    private static readonly Dictionary<string, double[][]> Eyes = new()
    {
        ["all cones"] =
        [
            [1, 0, 0],
            [0, 1, 0],
            [0, 0, 1],
        ],
        ["protanopia"] =
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
        ["deuteranopia"] =
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
        ["tritanopia"] =
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    };

    private static readonly string[] Areas = Enum.GetNames<TroubleArea>();

    public static TheoryData<string, bool> Looks
    {
        get
        {
            var all = new TheoryData<string, bool>();
            foreach (var eye in Eyes.Keys)
            {
                all.Add(eye, false);
                all.Add(eye, true);
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public void Each_two_areas_differ(string eye, bool isDark)
    {
        var seen = Areas.Select(area => (Area: area, Lab: Lab(See(Eyes[eye], Colour(area, isDark))))).ToArray();

        foreach (var one in seen)
            Assert.All(
                seen.Where(other => other.Area != one.Area),
                other =>
                    Assert.True(
                        Math.Sqrt(one.Lab.Zip(other.Lab, (a, b) => (a - b) * (a - b)).Sum()) >= LeastDifference,
                        $"{one.Area} {other.Area}"
                    )
            );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_stands_out_from_the_page(bool isDark)
    {
        foreach (var background in new[] { "card", "page" })
            Assert.All(
                Areas,
                area =>
                {
                    var (one, other) = (Luminance(Colour(area, isDark)), Luminance(Colour(background, isDark)));
                    Assert.True(
                        (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05) >= LeastContrast,
                        $"{area} on {background}"
                    );
                }
            );
    }

    private double[] Colour(string name, bool isDark)
    {
        var found = Regex.Matches(reports.PageOf("english").Markup, $"--{name}: #(......);");
        var hex = found[isDark ? 1 : 0].Groups[1].Value;
        return
        [
            .. Enumerable
                .Range(0, 3)
                .Select(i =>
                    int.Parse(hex.AsSpan(2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0
                )
                .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)),
        ];
    }

    private static double[] See(double[][] eye, double[] colour) =>
        [.. eye.Select(row => Math.Clamp(row.Zip(colour, (a, b) => a * b).Sum(), 0, 1))];

    private static double Luminance(double[] c) => 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];

    private static double[] Lab(double[] c)
    {
        var x = Root((0.4124564 * c[0] + 0.3575761 * c[1] + 0.1804375 * c[2]) / 0.95047);
        var y = Root(Luminance(c));
        var z = Root((0.0193339 * c[0] + 0.1191920 * c[1] + 0.9503041 * c[2]) / 1.08883);
        return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
    }

    private static double Root(double t) => t > 0.008856 ? Math.Cbrt(t) : 7.787 * t + 16.0 / 116;
}
