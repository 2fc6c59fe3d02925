using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Marks what only a person can know: Tab offers nothing for it, where PowerShell by itself offers files.
/// </summary>
internal sealed class FreeTextAttribute() : ArgumentCompleterAttribute(typeof(NothingCompleter));
