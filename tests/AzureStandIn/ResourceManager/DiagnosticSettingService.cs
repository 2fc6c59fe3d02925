using System.Text.Json;
using AzureStandIn.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AzureStandIn.ResourceManager;

/// <summary>The diagnostic settings of hubs: five at most, and no two that send a category to one place.</summary>
internal sealed class DiagnosticSettingService(Estate estate, ArmGate gate, Permissions permissions)
{
    private const string Path = ResourceService.Hub + "/providers/Microsoft.Insights/diagnosticSettings";
    private const int Most = 5;

    private static readonly string[] Versions = ["2021-05-01-preview", "2017-05-01-preview"];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, List);
        routes.MapGet(Path + "/{setting}", Get);
        routes.MapPut(Path + "/{setting}", Put);
    }

    private IResult List(HttpContext context)
    {
        var (hub, refusal) = gate.Hub(context, Permissions.ReadDiagnosticSettings, Versions);
        return refusal
            ?? estate.Pages.Of(
                context,
                hub.DiagnosticSettings.Select(setting => DiagnosticSettingJson.Of(hub, setting))
            );
    }

    private IResult Get(HttpContext context, string setting)
    {
        var (hub, refusal) = gate.Hub(context, Permissions.ReadDiagnosticSettings, Versions);
        return refusal
            ?? (
                Find(hub, setting) is { } found
                    ? Results.Json(DiagnosticSettingJson.Of(hub, found))
                    : Bare(404, "ResourceNotFound", $"The diagnostic setting '{setting}' does not exist.")
            );
    }

    private async Task<IResult> Put(HttpContext context, string setting)
    {
        var (hub, refusal) = gate.Hub(context, Permissions.WriteDiagnosticSettings, Versions);
        if (refusal is not null)
            return refusal;
        var wanted = DiagnosticSettingJson.Read(setting, await context.Request.ReadFromJsonAsync<JsonElement>());
        hub.WhileSettingIsMade?.Invoke();
        if (Linked(context, hub, wanted) is { } unlinked)
            return unlinked;
        var present = Find(hub, setting);
        if (present is not null && context.Request.Headers.IfNoneMatch == "*")
            return Bare(
                412,
                "PreconditionFailed",
                "The condition specified using HTTP conditional header(s) is not met."
            );
        if (present is null && hub.DiagnosticSettings.Count >= Most)
            return Bare(400, "BadRequest", "The limit of 5 diagnostic settings was reached.");
        if (Conflict(hub, wanted) is { } conflict)
            return conflict;
        if (present is not null)
            hub.DiagnosticSettings.Remove(present);
        hub.DiagnosticSettings.Add(wanted);
        return Results.Json(DiagnosticSettingJson.Of(hub, wanted));
    }

    /// <summary>Whoever sends logs somewhere must be allowed to take the keys of that place.</summary>
    private IResult? Linked(HttpContext context, IotHub hub, DiagnosticSetting wanted)
    {
        var principal = RequestInfo.Of(context).Token!.ObjectId;
        foreach (var (place, action) in PlacesOf(wanted))
        {
            if (!permissions.Allows(action, principal))
                return ArmErrors
                    .NotLinked(
                        principal,
                        Permissions.WriteDiagnosticSettings,
                        $"{hub.Id}/providers/microsoft.insights/diagnosticSettings/{wanted.Name}",
                        action,
                        place
                    )
                    .Result();
            if (ArmId.TryParse(place, out var id) && !estate.Has(id))
                return ArmErrors.NoResource(id).Result();
        }
        return null;
    }

    private static IResult? Conflict(IotHub hub, DiagnosticSetting wanted)
    {
        foreach (var other in hub.DiagnosticSettings.Where(other => other.Name != wanted.Name))
        {
            foreach (var (place, _) in PlacesOf(wanted).Intersect(PlacesOf(other)))
            {
                if (other.Categories.Intersect(wanted.Categories).FirstOrDefault() is { } category)
                    return Bare(
                        409,
                        "Conflict",
                        $"Data sink '{place}' is already used in diagnostic setting '{other.Name}' for category "
                            + $"'{category}'. Data sinks can't be reused in different settings on the same category "
                            + "for the same resource."
                    );
            }
        }
        return null;
    }

    private static IEnumerable<(string Place, string Action)> PlacesOf(DiagnosticSetting setting)
    {
        if (setting.WorkspaceId is { } workspace)
            yield return (workspace, Permissions.UseWorkspaceKeys);
        if (setting.StorageAccountId is { } account)
            yield return (account, Permissions.UseStorageKeys);
        if (setting.EventHubAuthorizationRuleId is { } rule)
            yield return (rule, Permissions.UseEventHubKeys);
    }

    private static DiagnosticSetting? Find(IotHub hub, string name) =>
        hub.DiagnosticSettings.FirstOrDefault(setting => Estate.Same(setting.Name, name));

    /// <summary>Azure Monitor leaves the outer object of errors out.</summary>
    private static IResult Bare(int status, string code, string message) =>
        Results.Json(new { code, message }, statusCode: status);
}
