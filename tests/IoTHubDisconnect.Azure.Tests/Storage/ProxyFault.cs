using Microsoft.AspNetCore.Http;

namespace IoTHubDisconnect.Azure.Tests.Storage;

/// <summary>What the proxy does to an answer.</summary>
internal sealed record ProxyFault
{
    public static ProxyFault None { get; } = new();

    /// <summary>An answer in place of the service's.</summary>
    public (int Status, string Code, string Detail)? Answer { get; init; }

    /// <summary>The WWW-Authenticate header of such an answer; null for none.</summary>
    public string? Challenge { get; init; }

    /// <summary>
    /// The share of the body after which the connection is cut, in percent; 0 for before the answer begins, null for
    /// never.
    /// </summary>
    public int? CutAfter { get; init; }

    /// <summary>How long each piece of the body is held back.</summary>
    public TimeSpan Delay { get; init; }

    public async Task WriteAsync(byte[] body, HttpContext context)
    {
        var length = CutAfter is { } share ? (int)(body.LongLength * share / 100) : body.Length;
        var piece = Delay > TimeSpan.Zero ? Math.Max(1, length / 5) : Math.Max(1, length);
        for (var at = 0; at < length; at += piece)
        {
            if (Delay > TimeSpan.Zero)
                await Task.Delay(Delay, context.RequestAborted);
            await context.Response.Body.WriteAsync(
                body.AsMemory(at, Math.Min(piece, length - at)),
                context.RequestAborted
            );
        }
        if (CutAfter is null)
            return;
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }
}
