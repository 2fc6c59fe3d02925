using System.Globalization;
using System.Text.Json;

namespace IoTHubDisconnect.Knowledge;

/// <summary>What <c>catalogue.json</c> holds, read once, at first use.</summary>
internal sealed class CatalogueFacts
{
    private static readonly Lazy<CatalogueFacts> Loaded = new(Load);

    private readonly Dictionary<int, CatalogueEntry> _families = [];
    private readonly List<CatalogueEntry> _causes = [];
    private readonly List<CatalogueEntry> _codes = [];
    private readonly List<CatalogueEntry> _barriers = [];

    // Plain loops: LINQ over JSON's value types costs more to compile at first use than the whole file costs to read.
    private CatalogueFacts(JsonElement root)
    {
        foreach (var cause in root.GetProperty("causes").EnumerateArray())
            _causes.Add(ReadCause(cause));
        foreach (var family in root.GetProperty("families").EnumerateArray())
            _families.Add(family.GetProperty("family").GetInt32(), ReadFamily(family));
        foreach (var code in root.GetProperty("codes").EnumerateArray())
            _codes.Add(ReadCode(code));
        foreach (var barrier in root.GetProperty("barriers").EnumerateArray())
            _barriers.Add(ReadBarrier(barrier));
    }

    public static CatalogueFacts Shared => Loaded.Value;

    public IReadOnlyList<CatalogueEntry> Causes => _causes;

    /// <summary>By the first three digits of the codes.</summary>
    public IReadOnlyDictionary<int, CatalogueEntry> Families => _families;

    /// <summary>The codes that have a name.</summary>
    public IReadOnlyList<CatalogueEntry> Codes => _codes;

    /// <summary>The settings of a hub that keep devices out.</summary>
    public IReadOnlyList<CatalogueEntry> Barriers => _barriers;

    private static CatalogueFacts Load()
    {
        using var document = CatalogueResource.Facts();
        return new CatalogueFacts(document.RootElement);
    }

    private static CatalogueEntry ReadCause(JsonElement cause)
    {
        var name = cause.GetProperty("cause").GetString()!;
        return ReadCommon(cause, name, name) with
        {
            Cause = Enum.Parse<CauseName>(name),
            Symptom = cause.TryGetProperty("symptom", out var symptom) ? symptom.GetInt32() : null,
            Scope = Enum.Parse<DisconnectScope>(cause.GetProperty("scope").GetString()!),
            ErrorCodes = Array.ConvertAll(
                Strings(cause, "codes"),
                text => int.Parse(text, CultureInfo.InvariantCulture)
            ),
        };
    }

    private static CatalogueEntry ReadBarrier(JsonElement barrier)
    {
        var name = barrier.GetProperty("barrier").GetString()!;
        return ReadCommon(barrier, name, nameof(CauseName.Unauthorized)) with
        {
            Cause = CauseName.Unauthorized,
            Barrier = Enum.Parse<HubBarrier>(name),
            Scope = DisconnectScope.Hub,
        };
    }

    private static CatalogueEntry ReadFamily(JsonElement family)
    {
        var name = family.GetProperty("family").GetRawText() + "xxx";
        return ReadCommon(family, name, name) with
        {
            Group = Enum.Parse<ErrorGroup>(family.GetProperty("group").GetString()!),
            PossibleCauses = Array.ConvertAll(Strings(family, "causes"), Enum.Parse<CauseName>),
        };
    }

    private CatalogueEntry ReadCode(JsonElement element)
    {
        var code = element.GetProperty("code").GetInt32();
        return ReadCommon(
            element,
            element.GetProperty("code").GetRawText(),
            element.GetProperty("name").GetString()!
        ) with
        {
            ErrorCode = code,
            Group = element.TryGetProperty("group", out var group)
                ? Enum.Parse<ErrorGroup>(group.GetString()!)
                : _families[ErrorCodes.FamilyOf(code)].Group,
            Aliases = Strings(element, "aliases"),
            PossibleCauses = CausesThatShow(code),
        };
    }

    private List<CauseName> CausesThatShow(int code)
    {
        List<CauseName> causes = [];
        foreach (var entry in _causes)
            if (entry.ErrorCodes.Contains(code))
                causes.Add(entry.Cause!.Value);
        return causes;
    }

    private static CatalogueEntry ReadCommon(JsonElement element, string key, string name) =>
        new()
        {
            Key = key,
            Name = name,
            WhoActs = Enum.Parse<ResponsibleParty>(element.GetProperty("whoActs").GetString()!),
            IsExpected = element.GetProperty("expected") is { ValueKind: not JsonValueKind.Null } expected
                ? expected.GetBoolean()
                : null,
            Links = Strings(element, "links"),
        };

    private static string[] Strings(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var list))
            return [];
        var strings = new string[list.GetArrayLength()];
        var count = 0;
        foreach (var item in list.EnumerateArray())
            strings[count++] = item.ToString();
        return strings;
    }
}
