namespace IoTHubDisconnect.Reports;

/// <summary>Says who has to act about a cause.</summary>
internal static class Actor
{
    public static string Of(CauseName cause, ReportLanguage language) =>
        language.Format("acts", language[$"who.{language.Catalogue.Find(cause).WhoActs}"]);
}
