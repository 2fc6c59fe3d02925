using System.Globalization;
using System.Text.Json;

namespace IoTHubDisconnect.Catalogue;

/// <summary>What <c>catalogue.json</c> holds, read once, at first use.</summary>
internal sealed class CatalogueFacts
{
    private static readonly Lazy<CatalogueFacts> Loaded = new(Load);

    private CatalogueFacts(JsonElement root)
    {
        Causes = [.. root.GetProperty("causes").EnumerateArray().Select(ReadCause)];
        Families = root.GetProperty("families").EnumerateArray()
            .ToDictionary(family => family.GetProperty("family").GetInt32(), ReadFamily);
        Codes = root.GetProperty("codes").EnumerateArray().Select(ReadCode).ToDictionary(entry => entry.ErrorCode!.Value);
    }

    public static CatalogueFacts Shared => Loaded.Value;

    public IReadOnlyList<CatalogueEntry> Causes { get; }

    /// <summary>By the first three digits of the codes.</summary>
    public IReadOnlyDictionary<int, CatalogueEntry> Families { get; }

    public IReadOnlyDictionary<int, CatalogueEntry> Codes { get; }

    /// <summary>404104 belongs to 404, and so does a bare 404.</summary>
    public static int FamilyOf(int code) => code < 1000 ? code : code / 1000;

    private static CatalogueFacts Load()
    {
        using JsonDocument document = CatalogueResource.Facts();
        return new CatalogueFacts(document.RootElement);
    }

    private static CatalogueEntry ReadCause(JsonElement cause)
    {
        string name = cause.GetProperty("cause").GetString()!;
        return ReadCommon(cause, name, name) with
        {
            Cause = Enum.Parse<CauseName>(name),
            Symptom = cause.TryGetProperty("symptom", out JsonElement symptom) ? symptom.GetInt32() : null,
            Scope = Enum.Parse<DisconnectScope>(cause.GetProperty("scope").GetString()!),
            ErrorCodes = [.. cause.GetProperty("codes").EnumerateArray().Select(code => code.GetInt32())],
        };
    }

    private static CatalogueEntry ReadFamily(JsonElement family)
    {
        string name = family.GetProperty("family").GetInt32().ToString(CultureInfo.InvariantCulture) + "xxx";
        return ReadCommon(family, name, name) with
        {
            Group = Enum.Parse<ErrorGroup>(family.GetProperty("group").GetString()!),
            PossibleCauses = [.. Strings(family, "causes").Select(Enum.Parse<CauseName>)],
        };
    }

    private CatalogueEntry ReadCode(JsonElement element)
    {
        int code = element.GetProperty("code").GetInt32();
        return ReadCommon(element, code.ToString(CultureInfo.InvariantCulture), element.GetProperty("name").GetString()!) with
        {
            ErrorCode = code,
            Group = element.TryGetProperty("group", out JsonElement group)
                ? Enum.Parse<ErrorGroup>(group.GetString()!)
                : Families[FamilyOf(code)].Group,
            Aliases = Strings(element, "aliases"),
            PossibleCauses = [.. Causes.Where(cause => cause.ErrorCodes.Contains(code)).Select(cause => cause.Cause!.Value)],
        };
    }

    private static CatalogueEntry ReadCommon(JsonElement element, string key, string name) => new()
    {
        Key = key,
        Name = name,
        WhoActs = Enum.Parse<ResponsibleParty>(element.GetProperty("whoActs").GetString()!),
        IsExpected = element.GetProperty("expected") is { ValueKind: not JsonValueKind.Null } expected ? expected.GetBoolean() : null,
        Links = Strings(element, "links"),
    };

    private static string[] Strings(JsonElement element, string property) =>
        element.TryGetProperty(property, out JsonElement list) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];
}
