using Microsoft.AspNetCore.Http;

namespace AzureStandIn.Hosting;

/// <summary>An error as Azure's services answer it.</summary>
internal sealed record ServiceError(int Status, string Code, string Message)
{
    public IResult Result() => Results.Json(new { error = new { code = Code, message = Message } }, statusCode: Status);
}
