using IoTHubDisconnect.Cloud;

namespace IoTHubDisconnect.Queries;

/// <summary>A query that can be asked slice by slice.</summary>
internal interface ISliceQuery
{
    /// <summary>Who is asked.</summary>
    LogTarget Target { get; }

    /// <summary>The rows of a slice.</summary>
    LogQuery Rows(LogSlice slice);
}
