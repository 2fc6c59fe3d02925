namespace IoTHubDisconnect.Report.Tests.Browser;

/// <summary>What a person looks at a report with.</summary>
public sealed record View(string Name, int Width, int Height, bool IsDark, float Scale = 1)
{
    public static readonly View[] All =
    [
        new("desktop-light", 1280, 900, false),
        new("desktop-dark", 1280, 900, true),
        new("phone-light", 390, 844, false, 2),
        new("phone-dark", 390, 844, true, 2),
    ];

    public static View Of(string name) => All.Single(view => view.Name == name);
}
