using System.Collections.Concurrent;

namespace AzureStandIn.Identity;

/// <summary>Sign-ins by device code that are under way.</summary>
public sealed class DeviceCodes
{
    private readonly ConcurrentDictionary<string, bool> _approved = new();

    /// <summary>True where a person is quick: every code is approved before the client asks.</summary>
    public bool ApproveAtOnce { get; set; } = true;

    /// <summary>What a person does at the sign-in page.</summary>
    public void Approve(string userCode) => _approved[userCode] = true;

    internal string Create()
    {
        var userCode = Guid.NewGuid().ToString("N")[..9].ToUpperInvariant();
        _approved[userCode] = ApproveAtOnce;
        return userCode;
    }

    internal bool Exists(string userCode) => _approved.ContainsKey(userCode);

    internal bool IsApproved(string userCode) => _approved.GetValueOrDefault(userCode);
}
