namespace HubStandIn.Registry;

/// <summary>
/// The messages that wait for a device. One that is taken is locked until the device settles it or goes.
/// </summary>
public sealed class DeviceQueue
{
    private readonly Lock _gate = new();
    private readonly LinkedList<CloudMessage> _waiting = [];
    private readonly Dictionary<string, CloudMessage> _locked = [];
    private readonly List<CloudMessage> _completed = [];
    private readonly List<CloudMessage> _rejected = [];

    /// <summary>A message waits.</summary>
    internal event Action? Arrived;

    /// <summary>How many there are, locked ones included.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _waiting.Count + _locked.Count;
        }
    }

    /// <summary>What the device has completed, in that order.</summary>
    public IReadOnlyList<CloudMessage> Completed
    {
        get
        {
            lock (_gate)
                return [.. _completed];
        }
    }

    /// <summary>What the device has rejected, in that order.</summary>
    public IReadOnlyList<CloudMessage> Rejected
    {
        get
        {
            lock (_gate)
                return [.. _rejected];
        }
    }

    /// <summary>Sends a message; it waits until the device takes it.</summary>
    public CloudMessage Send(string body, IReadOnlyDictionary<string, string>? properties = null)
    {
        var message = new CloudMessage(Guid.NewGuid().ToString(), body, properties ?? new Dictionary<string, string>());
        lock (_gate)
            _waiting.AddLast(message);
        Arrived?.Invoke();
        return message;
    }

    /// <summary>The next message, which is locked; null where none waits.</summary>
    internal CloudMessage? Take()
    {
        lock (_gate)
        {
            if (_waiting.First?.Value is not { } message)
                return null;
            _waiting.RemoveFirst();
            return _locked[message.LockToken] = message;
        }
    }

    /// <summary>Returns false where the lock is lost, here and below.</summary>
    internal bool Complete(string lockToken) => Settle(lockToken, _completed.Add);

    internal bool Reject(string lockToken) => Settle(lockToken, _rejected.Add);

    /// <summary>Lets a message wait again, before the others.</summary>
    internal bool Abandon(string lockToken)
    {
        var isDone = Settle(lockToken, message => _waiting.AddFirst(message));
        if (isDone)
            Arrived?.Invoke();
        return isDone;
    }

    private bool Settle(string lockToken, Action<CloudMessage> put)
    {
        lock (_gate)
        {
            if (!_locked.Remove(lockToken, out var message))
                return false;
            put(message);
            return true;
        }
    }
}
