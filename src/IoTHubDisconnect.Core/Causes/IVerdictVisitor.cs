using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Causes;

/// <summary>
/// Takes what a log comes to. Each thread fills one of its own with whole devices; they are merged one by one.
/// </summary>
internal interface IVerdictVisitor<T>
    where T : IVerdictVisitor<T>
{
    /// <summary>An empty one for another thread.</summary>
    T Split();

    /// <summary>
    /// Takes a device that is wanted, whether any of its disconnects are or not. They follow in order of time.
    /// </summary>
    void Meet(DeviceProfile device, HubActivity hub);

    /// <summary>
    /// Takes the disconnect before the time reported that the device was still away by when that began. It is none of
    /// that time, and comes before those that are.
    /// </summary>
    void MeetAway(in Verdict verdict) { }

    /// <summary>Takes a disconnect.</summary>
    void Visit(in Verdict verdict);

    /// <summary>Takes over what another one was filled with, which has none of the same devices.</summary>
    void Merge(T other);
}
