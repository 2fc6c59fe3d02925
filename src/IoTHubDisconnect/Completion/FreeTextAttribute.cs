using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>Marks what only a person can know, so that Tab offers nothing for it: by itself PowerShell offers the names of files.</summary>
internal sealed class FreeTextAttribute() : ArgumentCompleterAttribute(typeof(NothingCompleter));
