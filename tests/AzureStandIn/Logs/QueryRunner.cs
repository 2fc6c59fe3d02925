using System.Globalization;
using System.IO.Compression;
using AzureStandIn.Faults;
using AzureStandIn.Hosting;
using AzureStandIn.Kql;
using Microsoft.AspNetCore.Http;

namespace AzureStandIn.Logs;

/// <summary>Runs queries within the service's limits.</summary>
internal sealed class QueryRunner(StandInOptions options, QueryThrottle throttle, KqlEvaluator evaluator)
{
    private readonly QueryLimits _limits = options.Limits;

    /// <param name="context">The call, which gets the answer.</param>
    /// <param name="path">The evaluator's path.</param>
    /// <param name="tables">The tables that the query can see.</param>
    public async Task RunAsync(HttpContext context, string path, params IReadOnlyList<string> tables)
    {
        var info = RequestInfo.Of(context);
        using var place = throttle.Enter(info.Token!.ObjectId);
        if (place is null)
        {
            if (_limits.RetryAfter is { } seconds)
                context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            await LogsErrors.Throttled.Result().ExecuteAsync(context);
            return;
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        timeout.CancelAfter(
            (info.ServerTimeout ?? PreferredWait(context.Request)) is { } wait && wait < _limits.QueryTime
                ? wait
                : _limits.QueryTime
        );
        try
        {
            using var answer = await evaluator.SendAsync(Message(context, path, tables, info), timeout.Token);
            await CopyAsync(answer, context);
        }
        catch (OperationCanceledException)
            when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            await LogsErrors.TimedOut.Result().ExecuteAsync(context);
        }
    }

    private HttpRequestMessage Message(HttpContext context, string path, IReadOnlyList<string> tables, RequestInfo info)
    {
        var request = context.Request;
        var message = new HttpRequestMessage(new HttpMethod(request.Method), path + request.QueryString);
        if (request.Method == "POST")
        {
            message.Content = new StreamContent(request.Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }

        var rows = info.Fault is { Kind: FaultKind.PartialResult } fault
            ? Math.Min(fault.Rows, _limits.Rows)
            : _limits.Rows;
        message.Headers.TryAddWithoutValidation("Prefer", request.Headers["Prefer"].ToString());
        message.Headers.Add("Query-Tables", string.Join(',', tables));
        message.Headers.Add("Query-Max-Rows", rows.ToString(CultureInfo.InvariantCulture));
        message.Headers.Add("Query-Max-Bytes", _limits.Bytes.ToString(CultureInfo.InvariantCulture));
        if (info.Permissions is { } permissions)
            message.Headers.Add("Query-Permissions", permissions);
        if (options.Now is { } now)
            message.Headers.Add("Query-Now", now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        return message;
    }

    private async Task CopyAsync(HttpResponseMessage answer, HttpContext context)
    {
        if (
            _limits.RowsRead is { } most
            && answer.Headers.TryGetValues("Query-Rows-Read", out var read)
            && long.Parse(read.First(), CultureInfo.InvariantCulture) > most
        )
        {
            await LogsErrors.TimedOut.Result().ExecuteAsync(context);
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        if (!context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
            return;
        }
        context.Response.Headers.ContentEncoding = "gzip";
        await using var compressed = new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await answer.Content.CopyToAsync(compressed, context.RequestAborted);
    }

    private static TimeSpan? PreferredWait(HttpRequest request)
    {
        var wait = request
            .Headers["Prefer"]
            .ToString()
            .Split(',', StringSplitOptions.TrimEntries)
            .FirstOrDefault(item => item.StartsWith("wait=", StringComparison.Ordinal));
        return wait is not null && int.TryParse(wait.AsSpan(5), CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }
}
