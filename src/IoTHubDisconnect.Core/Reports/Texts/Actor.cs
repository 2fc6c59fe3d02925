namespace IoTHubDisconnect.Reports;

/// <summary>Says who has to act about a cause.</summary>
internal static class Actor
{
    public static string Of(CauseName cause, ReportLanguage language) => Of(language.Catalogue.Find(cause), language);

    public static string Of(DisconnectSolution solution, ReportLanguage language) =>
        language.Format("acts", language[$"who.{solution.WhoActs}"]);
}
