using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace HubStandIn.Http;

/// <summary>Errors as the hub answers them over HTTPS.</summary>
internal static class HubAnswers
{
    /// <summary>The code's own status, the name in a header, and a sentence with a tracking id.</summary>
    public static IResult Error(HttpContext context, HubErrorCode code)
    {
        context.Response.Headers["iothub-errorcode"] = code.ToString();
        if ((int)code / 1000 == 429)
            context.Response.Headers.RetryAfter = "5";
        var body = new JsonObject
        {
            ["Message"] = $"ErrorCode:{code};{Sentence(code)}",
            ["ExceptionMessage"] =
                $"Tracking "
                + $"ID:{Guid.NewGuid():N}-G:0-TimeStamp:"
                + $"{DateTimeOffset.UtcNow.ToString("MM/dd/yyyy HH:mm:ss", CultureInfo.InvariantCulture)}",
        };
        return Json(body, (int)code / 1000);
    }

    /// <summary>The form that direct methods have: JSON in the message.</summary>
    public static IResult MethodError(HttpContext context, HubErrorCode code)
    {
        context.Response.Headers["iothub-errorcode"] = code.ToString();
        var message = new JsonObject
        {
            ["errorCode"] = (int)code,
            ["trackingId"] = $"{Guid.NewGuid():N}-G:0",
            ["message"] = Sentence(code),
            ["info"] = new JsonObject(),
            ["timestampUtc"] = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture),
        };
        return Json(
            new JsonObject { ["Message"] = message.ToJsonString(), ["ExceptionMessage"] = "" },
            (int)code / 1000
        );
    }

    public static IResult Json(JsonNode body, int status = StatusCodes.Status200OK) =>
        Results.Text(body.ToJsonString(), "application/json; charset=utf-8", statusCode: status);

    private static string Sentence(HubErrorCode code) =>
        code switch
        {
            HubErrorCode.IotHubUnauthorized => "Unauthorized",
            HubErrorCode.DeviceNotFound => "E2E: The device is not registered.",
            HubErrorCode.DeviceNotOnline => "Timed out waiting for device to connect.",
            HubErrorCode.GatewayTimeout => "Timed out waiting for the response from device.",
            _ => code.ToString(),
        };
}
