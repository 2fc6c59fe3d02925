namespace IoTHubDisconnect.Tests.Engine;

/// <summary>
/// A host such as those of runbooks and services: without an interface, or with one that fails at every call.
/// </summary>
internal sealed class HeadlessHost(bool hasInterface = false) : PlainHost(hasInterface ? new NoInterface() : null);
