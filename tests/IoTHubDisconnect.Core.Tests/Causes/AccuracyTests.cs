using FleetGenerator;
using FleetGenerator.Samples;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>
/// How often the answers are right on simulated fleets whose true causes are known. The floors leave room for lost
/// rows.
/// </summary>
public sealed class AccuracyTests
{
    [Theory]
    [InlineData("plain", 21, 0.95, 0.99)]
    [InlineData("plain", 22, 0.95, 0.99)]
    [InlineData("odd", 21, 0.93, 0.97)]
    [InlineData("odd", 22, 0.93, 0.97)]
    [InlineData("raw", 21, 0.93, 0.97)]
    [InlineData("mixed", 21, 0.92, 0.985)]
    [InlineData("noisy", 21, 0.88, 0.95)]
    public void Names_the_true_causes(string preset, int seed, double leastF1, double leastBenign)
    {
        var score = Score.Of(FleetPresets.All[preset](seed) with { Devices = 80, Hours = 36 });
        Assert.True(score.MacroF1 >= leastF1, $"macro-F1 {score.MacroF1:0.000}\n{score}");
        Assert.True(score.BenignOrReal >= leastBenign, $"benign or real {score.BenignOrReal:0.000}\n{score}");
        Assert.True(score.CalibrationError <= 0.06, $"calibration error {score.CalibrationError:0.000}");
    }

    [Theory]
    [InlineData("plain", 31)]
    [InlineData("odd", 33)]
    public void Is_no_worse_for_the_metric(string preset, int seed)
    {
        var fleet = Fleet.Simulate(FleetPresets.All[preset](seed) with { Devices = 80, Hours = 36 });
        var (without, with) = (Score.Of(fleet), Score.Of(fleet, withMetric: true));
        Assert.True(
            with.MacroF1 >= without.MacroF1 - 0.001,
            $"macro-F1 {without.MacroF1:0.0000}, with the metric {with.MacroF1:0.0000}\n{with}"
        );
        Assert.True(
            with.CalibrationError <= without.CalibrationError + 0.0005,
            $"calibration error {without.CalibrationError:0.0000}, with the metric {with.CalibrationError:0.0000}"
        );
    }

    [Fact]
    public void Names_the_true_causes_of_the_samples() => Assert.True(Score.Of(SampleFleet.Create()).MacroF1 >= 0.9);
}
