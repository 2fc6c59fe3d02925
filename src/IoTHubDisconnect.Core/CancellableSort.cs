namespace IoTHubDisconnect;

/// <summary>Sorts lists that may be long enough to be waited for.</summary>
internal static class CancellableSort
{
    public static void SortUntilCancelled<T>(this List<T> list, Comparison<T> compare, CancellationToken cancellation)
        where T : class
    {
        try
        {
            list.Sort(
                (a, b) =>
                {
                    cancellation.ThrowIfCancellationRequested();
                    return compare(a, b);
                }
            );
        }
        catch (InvalidOperationException wrapped) when (wrapped.InnerException is OperationCanceledException)
        {
            throw new OperationCanceledException(cancellation);
        }
    }
}
