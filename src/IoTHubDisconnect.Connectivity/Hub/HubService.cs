using System.Net.Http;
using System.Text.Json;
using IoTHubDisconnect.Connectivity.Network;
using IoTHubDisconnect.Connectivity.Steps;
using IoTHubDisconnect.Contracts;
using F = IoTHubDisconnect.ConnectivityFinding;

namespace IoTHubDisconnect.Connectivity.Hub;

/// <summary>The service's side: what an identity of the hub's owners may read and do.</summary>
internal sealed class HubService(ConnectivityTest test, HubNetwork network)
{
    private const int LeastResponseTimeout = 5;

    private readonly TaskCompletionSource<RegisteredDevice?> _registered = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    /// <summary>What the registry says; null where it was not asked or did not say.</summary>
    public Task<RegisteredDevice?> Registered => _registered.Task;

    public async Task RunAsync(StepLine line)
    {
        try
        {
            if (test.Device is null || test.Authorization is null)
                return;
            await line.RunAsync(ConnectivityStep.Registry, limit => ReadAsync(line, limit)).ConfigureAwait(false);
        }
        finally
        {
            _registered.TrySetResult(null);
        }
        if (test.Method is not null)
            await line.RunAsync(ConnectivityStep.DirectMethod, InvokeAsync).ConfigureAwait(false);
    }

    private async Task<StepOutcome> ReadAsync(StepLine line, CancellationToken cancellation)
    {
        // The twin has what the registry knows of the device, but not its keys.
        HubAnswer answer;
        try
        {
            answer = await SendAsync(
                    HttpMethod.Get,
                    $"{test.Device!.TwinPath}?{HubHttp.ApiVersion}",
                    null,
                    cancellation
                )
                .ConfigureAwait(false);
        }
        catch (AzureException exception) when (exception.Kind == AzureErrorKind.NotSignedIn)
        {
            line.Block("No Azure identity is signed in.");
            return StepOutcome.Skipped(F.NotSignedIn, "No Azure identity is signed in that could read the registry.");
        }
        if (!answer.IsGood && Failure(answer, "may not read the registry") is var failure)
        {
            // With credentials of the device the registry only helps.
            return failure.Finding == F.AccessDenied && test.Proof is not null
                ? failure.Outcome with
                {
                    State = CheckState.Warning,
                }
                : failure.Outcome;
        }
        var device = Parse(answer.Body, RegisteredDevice.Parse);
        _registered.TrySetResult(device);
        var detail = new Dictionary<string, object?>
        {
            ["Status"] = device.IsEnabled ? "enabled" : "disabled",
            ["StatusReason"] = device.StatusReason,
            ["IsConnected"] = device.IsConnected,
            ["ConnectionStateUpdated"] = device.ConnectionStateUpdated,
            ["LastActivity"] = device.LastActivity,
            ["AuthenticationType"] = device.Authentication,
        };
        var reason =
            $"{test.Device} is {(device.IsEnabled ? "enabled" : "disabled")} and "
            + $"{(device.IsConnected == true ? "connected" : "not connected")}{device.Since}; it signs in by "
            + $"{device.Authentication ?? "a way that the registry does not tell"}.";
        if (!device.IsEnabled)
            return new StepOutcome(CheckState.Failed, reason) { Finding = F.DeviceDisabled, Detail = detail };
        return test.Proof is { } proof && device.Contradiction(proof) is { } contradiction
            ? StepOutcome.Warning(F.AuthenticationMismatch, contradiction) with
            {
                Detail = detail,
            }
            : StepOutcome.Passed(reason) with
            {
                Detail = detail,
            };
    }

    private async Task<StepOutcome> InvokeAsync(CancellationToken cancellation)
    {
        var body = JsonSerializer.Serialize(
            new
            {
                methodName = test.Method,
                payload = (object?)null,
                responseTimeoutInSeconds = Math.Max(LeastResponseTimeout, (int)test.StepLimit.TotalSeconds - 1),
                connectTimeoutInSeconds = 0,
            }
        );
        var answer = await SendAsync(
                HttpMethod.Post,
                $"{test.Device!.TwinPath}/methods?{HubHttp.ApiVersion}",
                body,
                cancellation
            )
            .ConfigureAwait(false);
        if (!answer.IsGood)
            throw Failure(answer, "may not call direct methods");
        var status = Parse(answer.Body, text => JsonDocument.Parse(text).RootElement.GetProperty("status").GetInt32());
        var detail = new Dictionary<string, object?> { ["Method"] = test.Method, ["MethodStatus"] = status };
        return status is >= 200 and < 300
            ? StepOutcome.Passed($"The device answered {test.Method} with {status}.") with
            {
                Detail = detail,
            }
            : StepOutcome.Warning(
                F.MethodFailed,
                $"The device was reached, and answered {test.Method} with {status}."
            ) with
            {
                Detail = detail,
            };
    }

    private async Task<HubAnswer> SendAsync(
        HttpMethod method,
        string path,
        string? json,
        CancellationToken cancellation
    )
    {
        var authorization = await test.Authorization!(cancellation).ConfigureAwait(false);
        await using var tls = await network
            .ConnectTlsAsync(test.ServiceHost, test.Ports.Https, isTrusting: false, cancellation)
            .ConfigureAwait(false);
        using var http = new HubHttp(tls.Stream, test.ServiceHost);
        return await http.SendAsync(method, path, authorization, json, cancellation).ConfigureAwait(false);
    }

    private static StepFailure Failure(HubAnswer answer, string what) =>
        answer.Error is { Finding: F.CredentialsRefused or F.OperationRefused } error
            ? new StepFailure(F.AccessDenied, $"The identity {what} ({error}).")
            {
                Detail = new Dictionary<string, object?> { ["ErrorCode"] = error.Code, ["ErrorName"] = error.Name },
            }
            : answer.Error.ToFailure();

    private static T Parse<T>(string body, Func<string, T> parse)
    {
        try
        {
            return parse(body);
        }
        catch (Exception exception)
            when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new StepFailure(F.UnexpectedAnswer, "The answer is not one of an IoT hub.", exception);
        }
    }
}
