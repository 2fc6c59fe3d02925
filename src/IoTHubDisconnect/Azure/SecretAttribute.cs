using System.Collections;
using System.Management.Automation;
using System.Net;
using System.Security;

namespace IoTHubDisconnect.Commands;

/// <summary>Takes a secret as text or as SecureString.</summary>
internal sealed class SecretAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
    {
        SecureString secret => new NetworkCredential("", secret).Password,
        string text => text,
        IEnumerable list => list.Cast<object?>().Select(item => Transform(engineIntrinsics, item)).ToArray(),
        _ => throw new ArgumentTransformationMetadataException("A secret is given as text or as a SecureString."),
    };
}
