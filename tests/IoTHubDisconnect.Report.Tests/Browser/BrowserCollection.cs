using IoTHubDisconnect.Report.Tests.Pages;

namespace IoTHubDisconnect.Report.Tests.Browser;

/// <summary>One browser and one set of reports for all tests that look at pages.</summary>
[CollectionDefinition("Browser")]
public sealed class BrowserCollection : ICollectionFixture<Chromium>, ICollectionFixture<WrittenReports>;
