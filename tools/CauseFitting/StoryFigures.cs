using System.Globalization;
using FleetGenerator;
using FleetGenerator.Stories;
using IoTHubDisconnect;
using IoTHubDisconnect.Causes;

namespace CauseFitting;

/// <summary>How good the answers over one story are. Any of a label's right answers counts as right.</summary>
internal sealed class StoryFigures(string story)
{
    private const double Sure = 0.9;
    private const double WorthAThought = 0.3;

    private readonly (int Count, int Right, double Confidence)[] _bins = new (int, int, double)[10];
    private readonly Dictionary<(string True, string Given), int> _mistakes = [];

    public string Story => story;

    public int Count { get; private set; }

    public int Right { get; private set; }

    /// <summary>Right, or Unknown with a right alternative of at least 0.3.</summary>
    public int Honest { get; private set; }

    public int BenignOrReal { get; private set; }

    public int Unknown { get; private set; }

    /// <summary>Answers of 0.9 and more.</summary>
    public int SureCount { get; private set; }

    public int SureRight { get; private set; }

    /// <summary>Real trouble, or a device that never came back, told as expected.</summary>
    public int FalseCalm { get; private set; }

    public double CalibrationError => _bins.Sum(b => Math.Abs(b.Right - b.Confidence)) / Math.Max(1, Count);

    /// <summary>The module's own answers over a story.</summary>
    public static StoryFigures Of(Story story, int firstSeed, int seeds)
    {
        var figures = new StoryFigures(story.Name);
        for (var seed = firstSeed; seed < firstSeed + seeds; seed++)
        {
            var told = story.Simulate(seed);
            foreach (var one in LabelledDisconnects.Of(told.Fleet, l => told.DeviceIds.Contains(l.DeviceId)))
                figures.Add(
                    one.Label,
                    CauseExplainer.Resolve(one.Disconnect, ResolveOptions.None, CultureInfo.InvariantCulture)
                );
        }
        return figures;
    }

    public void Add(Label label, DisconnectCause answer) =>
        Add(
            label,
            answer.Cause,
            answer.Confidence,
            answer.IsExpected,
            answer.Alternative.Where(a => a.Confidence >= WorthAThought).Select(a => a.Cause)
        );

    /// <summary>Takes an answer, of which the log's end is left aside.</summary>
    public void Add(Observation observation, double[] probabilities)
    {
        var best = Chances.Answer(probabilities);
        Add(
            observation.Label,
            (CauseName)best,
            Math.Min(ConfidenceLimit.Most, probabilities[best]),
            false,
            Enum.GetValues<CauseName>().Where(c => (int)c != best && probabilities[(int)c] >= WorthAThought)
        );
    }

    private void Add(
        Label label,
        CauseName cause,
        double confidence,
        bool isExpected,
        IEnumerable<CauseName> alternatives
    )
    {
        var given = $"{cause}";
        string[] right = [label.Cause.ToString(), .. label.AlsoRight.Select(c => c.ToString())];
        var isRight = right.Contains(given);
        Count++;
        Right += isRight ? 1 : 0;
        Honest += isRight || alternatives.Any(a => right.Contains($"{a}")) ? 1 : 0;
        BenignOrReal += right.Any(c => IsBenign(c) == IsBenign(given)) ? 1 : 0;
        Unknown += cause == CauseName.Unknown ? 1 : 0;
        SureCount += confidence >= Sure ? 1 : 0;
        SureRight += confidence >= Sure && isRight ? 1 : 0;
        FalseCalm += isExpected && (label.NeverBack || !right.Any(IsBenign)) ? 1 : 0;
        ref var bin = ref _bins[Math.Min(9, (int)(confidence * 10))];
        bin = (bin.Count + 1, bin.Right + (isRight ? 1 : 0), bin.Confidence + confidence);
        if (!isRight)
            _mistakes[(label.Cause.ToString(), given)] =
                _mistakes.GetValueOrDefault((label.Cause.ToString(), given)) + 1;
    }

    public string[] Row =>
        [
            story,
            Count.ToString("N0", CultureInfo.InvariantCulture),
            Share(Right),
            Share(Honest),
            Share(BenignOrReal),
            Share(Unknown),
            SureCount == 0 ? "–" : ((double)SureRight / SureCount).ToString("0.000", CultureInfo.InvariantCulture),
            Share(FalseCalm),
            CalibrationError.ToString("0.000", CultureInfo.InvariantCulture),
            string.Join(
                ", ",
                _mistakes
                    .OrderByDescending(m => m.Value)
                    .Take(3)
                    .Select(m => $"{m.Key.True} as {m.Key.Given} {m.Value}")
            ),
        ];

    public static string[] Heading =>
        [
            "story",
            "n",
            "right",
            "or alternative",
            "benign or real",
            "Unknown",
            "≥ 0.9 right",
            "false calm",
            "calibration error",
            "mistakes",
        ];

    public string[] LeftOut => [Share(Right), Share(Honest), Share(Unknown)];

    public static string[] LeftOutHeading => ["left out: right", "left out: or alternative", "left out: Unknown"];

    private string Share(int count) =>
        ((double)count / Math.Max(1, Count)).ToString("0.000", CultureInfo.InvariantCulture);

    private static bool IsBenign(string cause) => ExpectedCauses.Include(Enum.Parse<CauseName>(cause));
}
