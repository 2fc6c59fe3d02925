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
        WriteRow(output, ["what was done", "right answer", .. clients.Select(client => client.Name), "all"]);
        WriteRow(output, Enumerable.Repeat("---", clients.Length + 3));
        foreach (var fault in faults)
            WriteRow(output, [fault.Text, Right(fault), .. Cells(clients, answer => answer.Ordeal.Fault == fault)]);
        WriteRow(output, ["all", "", .. Cells(clients, _ => true)]);
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

    private IEnumerable<string> Cells(IEnumerable<LabClient> clients, Func<LabAnswer, bool> isOfRow)
    {
        LabAnswer[] row = [.. answers.Where(isOfRow)];
        return clients.Select(client => Cell(row.Where(answer => answer.Ordeal.Client == client))).Append(Cell(row));
    }

    /// <summary>How many are right or honest, how sure they are on the average, and what is not right.</summary>
    private static string Cell(IEnumerable<LabAnswer> answers)
    {
        LabAnswer[] all = [.. answers];
        if (all.Length == 0)
            return "";
        LabAnswer[] given = [.. all.Where(answer => answer.Given is not null)];
        var sure = given.Length == 0 ? "" : $", {given.Average(answer => answer.Confidence):0.00}";
        var others = all.Where(answer => answer.Verdict != Verdict.Right)
            .GroupBy(answer => answer.Given?.ToString() ?? "none")
            .OrderByDescending(group => group.Count())
            .Select(group => $"{group.Key} {group.Count()}");
        return $"{all.Count(IsGood)} of {all.Length}{sure} {string.Join(' ', others)}".TrimEnd();
    }

    private static void WriteRow(TextWriter output, IEnumerable<string> cells) =>
        output.WriteLine($"| {string.Join(" | ", cells)} |");
}
