using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Generate.Catalogue;

/// <summary>Renders <see cref="ExpectedCauses"/> as C#.</summary>
internal static class ExpectedCausesSource
{
    public static string Render()
    {
        var causes = CatalogueFacts.Shared.Causes.Where(c => c.IsExpected == true).Select(c => $"CauseName.{c.Key}");
        return $$"""
            // Generated from catalogue.json. To change it, edit that file and run tools/Generate.

            namespace IoTHubDisconnect;

            /// <summary>The causes that belong to normal operation.</summary>
            internal static class ExpectedCauses
            {
                public static bool Include(CauseName cause) =>
                    cause is {{string.Join(" or ", causes)}};
            }

            """.ReplaceLineEndings("\n");
    }
}
