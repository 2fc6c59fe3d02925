using System.Collections;
using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Takes text, and files and folders as they are named. Anything else is no path: without this, whatever comes down the
/// pipeline would become one by its text.
/// </summary>
internal sealed class LogPathAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Bare(inputData) switch
        {
            null or ICollection { Count: 0 } => throw NoPath("Nothing"),
            string text => text,
            FileSystemInfo entry => WildcardPattern.Escape(entry.FullName),
            IEnumerable list => list.Cast<object?>().Select(item => Transform(engineIntrinsics, item)).ToArray(),
            PSCustomObject when TableRow.Is((PSObject)inputData!) => TableRow.AsPath((PSObject)inputData!),
            IConvertible and not Enum => inputData!.ToString(),
            var other => throw NoPath($"A {other.GetType().Name}"),
        };

    // With an invalid cast inside, the engine tries another parameter before it tells.
    private static ArgumentTransformationMetadataException NoPath(string what) =>
        new($"{what} is no path.", new PSInvalidCastException());

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
