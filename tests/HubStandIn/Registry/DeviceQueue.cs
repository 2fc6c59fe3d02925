namespace HubStandIn.Registry;

/// <summary>The messages that wait for a device. One that is taken is locked until the device settles it or goes.</summary>
public sealed class DeviceQueue
{
    private readonly Lock gate = new();
    private readonly LinkedList<CloudMessage> waiting = [];
    private readonly Dictionary<string, CloudMessage> locked = [];
    private readonly List<CloudMessage> completed = [];
    private readonly List<CloudMessage> rejected = [];

    /// <summary>A message waits.</summary>
    internal event Action? Arrived;

    /// <summary>How many there are, locked ones included.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return waiting.Count + locked.Count;
        }
    }

    /// <summary>What the device has completed, in that order.</summary>
    public IReadOnlyList<CloudMessage> Completed
    {
        get
        {
            lock (gate)
                return [.. completed];
        }
    }

    /// <summary>What the device has rejected, in that order.</summary>
    public IReadOnlyList<CloudMessage> Rejected
    {
        get
        {
            lock (gate)
                return [.. rejected];
        }
    }

    /// <summary>Sends a message; it waits until the device takes it.</summary>
    public CloudMessage Send(string body, IReadOnlyDictionary<string, string>? properties = null)
    {
        var message = new CloudMessage(Guid.NewGuid().ToString(), body, properties ?? new Dictionary<string, string>());
        lock (gate)
            waiting.AddLast(message);
        Arrived?.Invoke();
        return message;
    }

    /// <summary>The next message, which is locked; null where none waits.</summary>
    internal CloudMessage? Take()
    {
        lock (gate)
        {
            if (waiting.First?.Value is not { } message)
                return null;
            waiting.RemoveFirst();
            return locked[message.LockToken] = message;
        }
    }

    /// <summary>Returns false where the lock is lost, here and below.</summary>
    internal bool Complete(string lockToken) => Settle(lockToken, completed.Add);

    internal bool Reject(string lockToken) => Settle(lockToken, rejected.Add);

    /// <summary>Lets a message wait again, before the others.</summary>
    internal bool Abandon(string lockToken)
    {
        bool isDone = Settle(lockToken, message => waiting.AddFirst(message));
        if (isDone)
            Arrived?.Invoke();
        return isDone;
    }

    private bool Settle(string lockToken, Action<CloudMessage> put)
    {
        lock (gate)
        {
            if (!locked.Remove(lockToken, out CloudMessage? message))
                return false;
            put(message);
            return true;
        }
    }
}
