using System.Collections;
using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Takes error codes by number and by name; objects that have a code are asked for it, and not taken by their text.
/// </summary>
internal sealed class ErrorCodeTextAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Bare(inputData) switch
        {
            null => null,
            IConvertible => inputData!.ToString(),
            IEnumerable list => list.Cast<object?>().Select(item => Transform(engineIntrinsics, item)).ToArray(),
            var other => throw new ArgumentTransformationMetadataException(
                $"A {other.GetType().Name} is no error code.",
                new PSInvalidCastException()
            ),
        };

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
