using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>Tells whether a person sees what a cmdlet says, or a script or a file takes it.</summary>
internal static class Audience
{
    /// <summary>Whether the cmdlet was typed at a prompt whose screen is a person's, as the last of its line.</summary>
    public static bool IsLooking(PSCmdlet cmdlet) =>
        cmdlet.MyInvocation.CommandOrigin == CommandOrigin.Runspace
        && cmdlet.MyInvocation.PipelinePosition == cmdlet.MyInvocation.PipelineLength
        && Environment.UserInteractive
        && !Console.IsOutputRedirected
        && !Console.IsInputRedirected;
}
