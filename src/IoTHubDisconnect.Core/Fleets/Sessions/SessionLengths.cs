using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Sessions;

/// <summary>Whether most of a device's sessions so far lasted no longer than two may overlap.</summary>
internal struct SessionLengths
{
    private int _brief;
    private int _lasting;

    public readonly bool AreBrief => _brief > _lasting;

    public void Count(in DisconnectRecord record)
    {
        if (record.ConnectedAt != 0)
            (record.Time - record.ConnectedAt <= RowTimes.Overlap ? ref _brief : ref _lasting)++;
    }
}
