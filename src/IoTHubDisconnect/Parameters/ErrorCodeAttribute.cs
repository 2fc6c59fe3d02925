using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace IoTHubDisconnect.Commands;

/// <summary>Takes error codes also by name, as a log writes them.</summary>
internal sealed class ErrorCodeAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Bare(inputData) switch
        {
            string text => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : CodeOf(text),
            IEnumerable list => list.Cast<object?>().Select(item => Transform(engineIntrinsics, item)).ToArray(),
            _ => inputData,
        };

    private static int CodeOf(string name) =>
        ErrorCodes.CodeOf(Encoding.UTF8.GetBytes(name.Trim()))
        ?? throw new ArgumentTransformationMetadataException(
            $"There is no documented error code '{name}'. Tab offers the codes, and Get-DisconnectSolution lists them."
        );

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
