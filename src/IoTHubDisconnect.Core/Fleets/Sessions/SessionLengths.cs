using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Sessions;

/// <summary>
/// Whether nearly all of a device's sessions so far lasted no longer than two may overlap. Where the log begins, two
/// that overlap look as brief, until one does not.
/// </summary>
internal struct SessionLengths
{
    private const int BriefForLasting = 4;

    private int _brief;
    private int _lasting;

    public readonly bool AreBrief => _brief > BriefForLasting * _lasting;

    public void Count(in DisconnectRecord record)
    {
        if (record.ConnectedAt != 0)
            (record.Time - record.ConnectedAt <= RowTimes.Overlap ? ref _brief : ref _lasting)++;
    }
}
