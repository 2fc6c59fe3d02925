using NetworkLab.Clients;
using NetworkLab.Faults;

namespace NetworkLab.Answers;

/// <summary>Fault by client: how often the answer was right or honest, and how sure.</summary>
internal sealed class AnswerTable(IReadOnlyList<LabAnswer> answers)
{
    private const double LeastGood = 0.95;

    /// <summary>The share that is right, or honest where a log cannot tell.</summary>
    public double Good => answers.Count(IsGood) / (double)answers.Count;

    public bool IsGoodEnough => Good >= LeastGood && !answers.Any(answer => answer.IsSureAndWrong);

    public void Write(TextWriter output)
    {
        LabClient[] clients = [.. answers.Select(answer => answer.Ordeal.Client).Distinct()];
        LabFault[] faults = [.. answers.Select(answer => answer.Ordeal.Fault).Distinct()];
        WriteRow(output, ["what was done", "right answer", .. clients.Select(client => client.Name)]);
        WriteRow(output, Enumerable.Repeat("---", clients.Length + 2));
        foreach (var fault in faults)
            WriteRow(output, [fault.Text, Right(fault), .. clients.Select(client => Cell(Of(fault, client)))]);
        WriteRow(
            output,
            ["all", "", .. clients.Select(client => Cell(answers.Where(answer => answer.Ordeal.Client == client)))]
        );
        output.WriteLine();
        foreach (var fault in faults.Where(fault => fault.WhyOpen is not null))
            output.WriteLine($"- {fault.Text}: {string.Join(" or ", fault.Open)} is honest, too, as {fault.WhyOpen}.");
        output.WriteLine();
        foreach (var answer in answers.Where(answer => !IsGood(answer)))
            output.WriteLine($"{answer.Ordeal.Fault.Name}, {answer.Ordeal.Client.Name}: {answer.Text} ({answer.Log})");
        output.WriteLine(
            $"{answers.Count(IsGood)} of {answers.Count} right or honest, of these "
                + $"{answers.Count(answer => answer.Verdict == Verdict.Honest)} honest; "
                + $"{answers.Count(answer => answer.IsSureAndWrong)} surer than 0.9 and wrong."
        );
    }

    private static bool IsGood(LabAnswer answer) => answer.Verdict != Verdict.Wrong;

    private static string Right(LabFault fault) =>
        string.Join(" or ", fault.Right.Select(cause => $"`{cause}`")) + (fault.MayPass ? " or none" : "");

    private IEnumerable<LabAnswer> Of(LabFault fault, LabClient client) =>
        answers.Where(answer => answer.Ordeal.Fault == fault && answer.Ordeal.Client == client);

    /// <summary>Such as "3 of 3, 0.87"; with an answer that is honest but not right, or wrong, beside it.</summary>
    private static string Cell(IEnumerable<LabAnswer> answers)
    {
        LabAnswer[] all = [.. answers];
        if (all.Length == 0)
            return "";
        LabAnswer[] given = [.. all.Where(answer => answer.Given is not null)];
        var sure = given.Length == 0 ? "" : $", {given.Average(answer => answer.Confidence):0.00}";
        return $"{all.Count(IsGood)} of {all.Length}{sure}";
    }

    private static void WriteRow(TextWriter output, IEnumerable<string> cells) =>
        output.WriteLine($"| {string.Join(" | ", cells)} |");
}
