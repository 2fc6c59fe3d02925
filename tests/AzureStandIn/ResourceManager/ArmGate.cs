using AzureStandIn.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AzureStandIn.ResourceManager;

/// <summary>What every call goes through before it is answered: version, place, permission.</summary>
internal sealed class ArmGate(Estate estate, Permissions permissions)
{
    /// <summary>The refusal; null where the call may go on.</summary>
    public IResult? Check(HttpContext context, string action, IReadOnlyList<string> versions)
    {
        var version = context.Request.Query["api-version"].ToString();
        if (version.Length == 0)
            return ArmErrors.NoVersion.Result();
        if (!versions.Contains(version))
            return ArmErrors.WrongVersion(action[..action.LastIndexOf('/')], version, versions).Result();

        var subscription = (string?)context.GetRouteValue("subscription");
        if (subscription is not null && !estate.HasSubscription(subscription))
            return ArmErrors.NoSubscription(subscription).Result();
        var principal = RequestInfo.Of(context).Token!.ObjectId;
        if (!permissions.Allows(action, principal))
            return ArmErrors.NotAllowed(principal, action, Scope(context.Request.Path.Value!)).Result();

        var group = (string?)context.GetRouteValue("group");
        return group is null || estate.HasGroup(subscription!, group) ? null : ArmErrors.NoGroup(group).Result();
    }

    /// <summary>The hub that the route names, or the refusal.</summary>
    public (IotHub Hub, IResult? Refusal) Hub(HttpContext context, string action, IReadOnlyList<string> versions)
    {
        var id = new ArmId(
            Route(context, "subscription"),
            Route(context, "group"),
            IotHub.Type,
            Route(context, "name")
        );
        if (Check(context, action, versions) is { } refusal)
            return (null!, refusal);
        return estate.FindHub(id) is { } hub ? (hub, null) : (null!, ArmErrors.NoResource(id).Result());
    }

    private static string Route(HttpContext context, string name) => (string)context.GetRouteValue(name)!;

    /// <summary>The path up to an extension resource, such as a diagnostic setting.</summary>
    private static string Scope(string path)
    {
        var resource = path.IndexOf("/providers/", StringComparison.OrdinalIgnoreCase);
        var extension = path.IndexOf("/providers/", resource + 1, StringComparison.OrdinalIgnoreCase);
        return extension < 0 ? path : path[..extension];
    }
}
