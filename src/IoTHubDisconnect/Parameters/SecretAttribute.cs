using System.Collections;
using System.Management.Automation;
using System.Net;
using System.Runtime.CompilerServices;
using System.Security;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Takes a secret as SecureString, which logs of what is bound show nothing of; or as text, which is remembered.
/// </summary>
internal sealed class SecretAttribute : ArgumentTransformationAttribute
{
    private static readonly ConditionalWeakTable<SecureString, object> GivenAsText = [];

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            SecureString secret => secret,
            string text => OfText(text),
            IEnumerable list => list.Cast<object?>()
                .Select(item => Transform(engineIntrinsics, item))
                .Cast<SecureString>()
                .ToArray(),
            _ => throw new ArgumentTransformationMetadataException("A secret is given as a SecureString or as text."),
        };

    /// <summary>The parameters whose secret was given as text.</summary>
    public static IEnumerable<string> TextsAmong(IDictionary<string, object> bound) =>
        from parameter in bound
        let secrets = parameter.Value as IEnumerable<SecureString> ?? new[] { parameter.Value }.OfType<SecureString>()
        where secrets.Any(secret => GivenAsText.TryGetValue(secret, out _))
        select parameter.Key;

    private static SecureString OfText(string text)
    {
        var secret = new NetworkCredential("", text).SecurePassword;
        secret.MakeReadOnly();
        GivenAsText.Add(secret, text.Length);
        return secret;
    }
}
