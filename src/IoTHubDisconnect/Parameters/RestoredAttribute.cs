using System.Collections;
using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Takes disconnects and causes as they came from a cmdlet, and as they came back from a file or another session.
/// </summary>
internal abstract class RestoredAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Bare(inputData) is IList list ? list.Cast<object?>().Select(Take).ToArray() : Take(inputData);

    private protected abstract object? TakeDisconnect(DeviceDisconnect disconnect);

    private protected abstract object? TakeCause(DisconnectCause cause);

    private object? Take(object? item) =>
        Bare(item) switch
        {
            DeviceDisconnect disconnect => TakeDisconnect(disconnect),
            DisconnectCause cause => TakeCause(cause),
            PSCustomObject when SerializedDisconnect.IsCause(item) => TakeCause(
                Restore(item, SerializedDisconnect.RestoreCause)
            ),
            PSCustomObject when SerializedDisconnect.IsOne(item) => TakeDisconnect(
                Restore(item, SerializedDisconnect.Restore)
            ),
            PSCustomObject when TableRow.Is((PSObject)item!) => TakeCause(TableRow.AsCause(item!)),
            string text when TableRow.IsText(text) => TakeCause(TableRow.AsCause(text)),
            // With an invalid cast inside, the engine tries another parameter before it tells.
            string text => throw new ArgumentTransformationMetadataException(
                $"'{Excerpt.Of(text)}' is no disconnect.",
                new PSInvalidCastException()
            ),
            _ => item,
        };

    // Without an invalid cast inside, the engine tells of it rather than try another parameter.
    private static T Restore<T>(object? item, Func<PSObject, T> restore)
    {
        try
        {
            return restore((PSObject)item!);
        }
        catch (PSInvalidCastException exception)
        {
            throw new ArgumentTransformationMetadataException(exception.Message);
        }
    }

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
