using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Makes disconnects and causes live objects again as they come back from a file, a job or another machine. PowerShell
/// finds it by IoTHubDisconnect.types.ps1xml.
/// </summary>
public sealed class SerializedDisconnectConverter : PSTypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(PSObject sourceValue, Type destinationType) =>
        SerializedDisconnect.IsCause(sourceValue)
        || SerializedDisconnect.IsOne(sourceValue) && destinationType == typeof(DeviceDisconnect);

    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) =>
        sourceValue is PSObject source && CanConvertFrom(source, destinationType);

    /// <inheritdoc/>
    public override object ConvertFrom(
        PSObject sourceValue,
        Type destinationType,
        IFormatProvider formatProvider,
        bool ignoreCase
    ) =>
        destinationType == typeof(DisconnectCause)
            ? SerializedDisconnect.RestoreCause(sourceValue)
            : SerializedDisconnect.Restore(sourceValue);

    /// <inheritdoc/>
    public override object ConvertFrom(
        object sourceValue,
        Type destinationType,
        IFormatProvider formatProvider,
        bool ignoreCase
    ) => ConvertFrom((PSObject)sourceValue, destinationType, formatProvider, ignoreCase);

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(
        object sourceValue,
        Type destinationType,
        IFormatProvider formatProvider,
        bool ignoreCase
    ) => throw new PSInvalidCastException();
}
