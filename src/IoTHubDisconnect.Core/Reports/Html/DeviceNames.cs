namespace IoTHubDisconnect.Reports;

/// <summary>The devices that one trouble met, by name. Of thousands of names each is a single element.</summary>
internal static class DeviceNames
{
    public static Html Of(IReadOnlyList<JudgedDevice> devices, int most, ReportLanguage language) =>
        Html.Of(
            $"""
            <ul class="ids">{Html.Each(
                devices.Take(most),
                d => Html.Of($"<li dir=\"auto\">{d.Figures.Name}</li>")
            )}{Html.If(
                devices.Count > most,
                () => Html.Of($"<li>{language.Format("devices.rest", devices.Count - most)}</li>")
            )}</ul>
            """
        );
}
