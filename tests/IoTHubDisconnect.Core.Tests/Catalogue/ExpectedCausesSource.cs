using IoTHubDisconnect.Catalogue;

namespace IoTHubDisconnect.Core.Tests.Catalogue;

/// <summary>Renders <see cref="ExpectedCauses"/> as C#.</summary>
internal static class ExpectedCausesSource
{
    public static string Render() =>
        $$"""
            // Generated from catalogue.json. To change it, edit that file and run the tests with UPDATE_GENERATED=1.

            namespace IoTHubDisconnect;

            /// <summary>The causes that belong to normal operation.</summary>
            internal static class ExpectedCauses
            {
                public static bool Include(CauseName cause) => cause is {{string.Join(
                " or ",
                CatalogueFacts.Shared.Causes.Where(c => c.IsExpected == true).Select(c => $"CauseName.{c.Key}")
            )}};
            }

            """.ReplaceLineEndings(
            "\n"
        );
}
