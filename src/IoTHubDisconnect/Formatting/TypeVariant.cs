using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Marks objects whose view depends on what was asked for, by a type name of their own such as
/// <c>DisconnectSummary#Device</c>.
/// </summary>
internal static class TypeVariant
{
    public static PSObject As(this object value, string variant)
    {
        var marked = PSObject.AsPSObject(value);
        marked.TypeNames.Insert(0, $"{value.GetType().FullName}#{variant}");
        return marked;
    }
}
