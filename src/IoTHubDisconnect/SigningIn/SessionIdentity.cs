using System.Management.Automation;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Finds out whose sign-in serves: the one asked for, that of the Az modules as they are now, or the first that the
/// machine offers.
/// </summary>
/// <param name="invoker">Asks the Az modules.</param>
/// <param name="azSignIn">Gets tokens of the Az modules.</param>
/// <param name="wanted">The cloud that one call names for itself; null for the one that the sign-in is to.</param>
/// <param name="verbose">Takes what is worth telling.</param>
internal sealed class SessionIdentity(
    CommandInvocationIntrinsics invoker,
    SignIn azSignIn,
    AzureEnvironment? wanted,
    Action<string> verbose
)
{
    /// <summary>The runspace's sign-in; made, or made anew where it no longer is whose it was.</summary>
    /// <exception cref="AzureException">The Az modules, which were asked for, are not signed in, or to an unknown
    /// cloud.</exception>
    public AzureSession Find() =>
        AzureSession.Current switch
        {
            { Az: { } former, IsAskedFor: true } session => FollowAz(session, former),
            { Az: { } former } session when AzContext.Find(invoker, mayImport: false) == former => session,
            { Az: null, HasProved: true } session => session,
            _ when wanted is not null => Look(),
            _ => AzureSession.Current = Look(),
        };

    /// <summary>
    /// The connection of a sign-in that was asked for, for what is worth no more: nothing is made, imported or
    /// followed. Null where there is none, or where the Az modules have another by now.
    /// </summary>
    public IAzureConnection? FindAsked() =>
        AzureSession.Current is { IsAskedFor: true } session
        && (session.Az is null || session.Az == AzContext.Find(invoker, mayImport: false))
            ? session.Connection
            : null;

    /// <summary>Whether somebody is signed in already.</summary>
    public bool IsThere =>
        AzureSession.Current is { Az: null, HasProved: true } || AzContext.Find(invoker, mayImport: false) is not null;

    /// <summary>The cloud of the sign-in that serves; nothing is asked of it.</summary>
    /// <exception cref="AzureException">The Az modules are signed in to an unknown cloud.</exception>
    public AzureEnvironment Cloud =>
        wanted
        ?? (AzureSession.Current is { IsCloudSettled: true } session ? session.Connection.Hosts.Cloud : null)
        ?? AzContext.Find(invoker, mayImport: false)?.Cloud
        ?? AzureEnvironment.AzureCloud;

    /// <summary>The sign-in of the Az modules, on somebody's wish.</summary>
    /// <param name="cloud">The cloud; null for theirs.</param>
    /// <param name="trusted">Hosts of one's own.</param>
    /// <exception cref="AzureException">They are not signed in, or to an unknown cloud.</exception>
    public AzureSession OfAz(AzureEnvironment? cloud, IReadOnlyList<string> trusted)
    {
        var az =
            AzContext.Find(invoker, mayImport: true)
            ?? throw new AzureException(AzureErrorKind.NotSignedIn, "The Az modules are not signed in.");
        var connection = Connect(azSignIn, cloud ?? az.Cloud, trusted);
        return new AzureSession(connection)
        {
            Az = az,
            IsAskedFor = true,
            IsCloudChosen = cloud is not null,
        };
    }

    private AzureSession FollowAz(AzureSession session, AzContext former)
    {
        if (AzContext.Find(invoker, mayImport: true) == former)
            return session;
        var hosts = session.Connection.Hosts;
        var next = OfAz(session.IsCloudChosen ? hosts.Cloud : null, hosts.Named);
        verbose($"The context of the Az modules has changed from {former} to {next.Az}: the new one serves.");
        return AzureSession.Current = next;
    }

    private AzureSession Look()
    {
        var az = AzContext.Find(invoker, mayImport: false);
        var who = az is null ? "the first identity that this machine offers" : "the Az context of this session";
        verbose($"Not signed in with Connect-IoTHubDisconnect: {who} serves.");
        var cloud = wanted ?? az?.Cloud ?? AzureEnvironment.AzureCloud;
        return new AzureSession(Connect(az is null ? new DefaultSignIn() : azSignIn, cloud, [])) { Az = az };
    }

    private static IAzureConnection Connect(SignIn signIn, AzureEnvironment cloud, IReadOnlyList<string> trusted) =>
        DependencyContext.CreateAzureConnector().Connect(signIn, new TokenHosts(cloud, trusted));
}
