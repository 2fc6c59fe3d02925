using Microsoft.AspNetCore.Http;

namespace AzureStandIn.Faults;

/// <summary>Spoils the body of an answer that is right otherwise.</summary>
internal static class BodyFaults
{
    private const int Pieces = 16;

    public static async Task ApplyAsync(HttpContext context, Fault fault, RequestDelegate next)
    {
        var connection = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        await next(context);
        context.Response.Body = connection;

        ReadOnlyMemory<byte> body = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        var part = body[
            ..(int)Math.Clamp(fault.Position * body.Length, Math.Min(1, body.Length), Math.Max(0, body.Length - 1))
        ];
        switch (fault.Kind)
        {
            case FaultKind.CutInBody:
                await WriteAsync(context, body.Length, part);
                context.Abort();
                break;
            case FaultKind.MalformedJson:
                await WriteAsync(context, part.Length, part);
                break;
            default:
                await DribbleAsync(context, body, fault.Pause);
                break;
        }
    }

    private static async Task WriteAsync(HttpContext context, long length, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentLength = length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static async Task DribbleAsync(HttpContext context, ReadOnlyMemory<byte> body, TimeSpan pause)
    {
        context.Response.ContentLength = body.Length;
        var size = body.Length / Pieces + 1;
        for (var start = 0; start < body.Length; start += size)
        {
            await context.Response.Body.WriteAsync(
                body.Slice(start, Math.Min(size, body.Length - start)),
                context.RequestAborted
            );
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(pause, context.RequestAborted);
        }
    }
}
