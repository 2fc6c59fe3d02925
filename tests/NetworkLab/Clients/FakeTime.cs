namespace NetworkLab.Clients;

/// <summary>Lets programs live by a fast clock that know nothing of it, by Debian's libfaketime.</summary>
internal static class FakeTime
{
    private const string Library = "/usr/$LIB/faketime/libfaketimeMT.so.1";

    public static Dictionary<string, string> Of(DeviceSettings settings) =>
        settings.Clock.Speed == 1 ? [] : new() { ["LD_PRELOAD"] = Library, ["FAKETIME"] = settings.Clock.FakeTime };
}
