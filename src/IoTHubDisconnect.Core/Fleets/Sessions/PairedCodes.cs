using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Sessions;

/// <summary>What the codes of two rows say of whether they tell of one disconnect.</summary>
internal static class PairedCodes
{
    /// <summary>The hub tells of an expired token twice: it closes, and it says why.</summary>
    public static bool AreOneExpiry(int code, int other) =>
        IsRemoteClosed(code)
            ? ErrorCodes.IsUnauthorized(other)
            : IsRemoteClosed(other) && ErrorCodes.IsUnauthorized(code);

    /// <summary>
    /// The hub's own codes come by turns while it is in trouble; they are one reason. A close from afar is none.
    /// </summary>
    public static bool AreOneReason(int code, int other)
    {
        var (a, b) = (ErrorCodes.GroupOf(code), ErrorCodes.GroupOf(other));
        if (a == ErrorGroup.RemoteClosed || b == ErrorGroup.RemoteClosed)
            return true;
        return a == ErrorGroup.Other ? code == other : a == b || IsHubSide(a) && IsHubSide(b);
    }

    public static bool IsRemoteClosed(int code) => ErrorCodes.GroupOf(code) == ErrorGroup.RemoteClosed;

    public static bool IsTakeover(int code) => ErrorCodes.GroupOf(code) == ErrorGroup.Takeover;

    private static bool IsHubSide(ErrorGroup group) =>
        group is ErrorGroup.HubFault or ErrorGroup.HubMaintenance or ErrorGroup.HubFailover;
}
