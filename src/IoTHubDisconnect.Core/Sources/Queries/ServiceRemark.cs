using System.Text.Json;

namespace IoTHubDisconnect.Sources.Queries;

/// <summary>What a service says beside the rows of an answer that is not the whole one.</summary>
internal sealed record ServiceRemark(string Code, string Message)
{
    /// <param name="json">Azure Monitor's <c>error</c>, or the texts that Azure Data
    /// Explorer calls <c>Exceptions</c>.</param>
    public static ServiceRemark? Of(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        var value = document.RootElement;
        if (value.ValueKind == JsonValueKind.Array)
            return value.GetArrayLength() == 0 ? null : new ServiceRemark("PartialError", $"{value[0]}");
        if (value.ValueKind != JsonValueKind.Object)
            return null;
        var code = Text(value, "code") ?? "PartialError";
        return new ServiceRemark(code, InnerMessage(value) ?? code);
    }

    private static string? InnerMessage(JsonElement error)
    {
        if (
            error.TryGetProperty("details", out var details)
            && details.ValueKind == JsonValueKind.Array
            && details.GetArrayLength() > 0
        )
            return InnerMessage(details[0]) ?? Text(error, "message");
        return error.TryGetProperty("innererror", out var inner) && inner.ValueKind == JsonValueKind.Object
            ? InnerMessage(inner) ?? Text(error, "message")
            : Text(error, "message");
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
