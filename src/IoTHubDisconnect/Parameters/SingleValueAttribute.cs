using System.Collections;
using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Refuses several values where one is meant: the engine would add up their numbers, and take the sum for another
/// value.
/// </summary>
/// <typeparam name="T">What there is to choose from.</typeparam>
internal sealed class SingleValueAttribute<T> : ArgumentTransformationAttribute
    where T : struct, Enum
{
    /// <summary>Whether the parameter takes a list, of which each is a single value.</summary>
    public bool OfEach { get; init; }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        var values = given is IEnumerable list and not string ? list.Cast<object?>() : [given];
        var names = values.Select(value => $"{value}").ToArray();
        if (names.Length > 1 && !OfEach || Array.Exists(names, name => name.Contains(',')))
            throw new ArgumentTransformationMetadataException(
                $"'{PlainText.Of(string.Join(", ", names))}' is more than one value. Give a single one: "
                    + $"{string.Join(", ", Enum.GetNames<T>())}."
            );
        return inputData;
    }
}
