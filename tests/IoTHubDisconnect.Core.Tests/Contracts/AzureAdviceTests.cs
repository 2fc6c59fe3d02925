using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Tests.Contracts;

/// <summary>The next step is one that was not just tried.</summary>
public sealed class AzureAdviceTests
{
    public static TheoryData<string, string> Ways =>
        new()
        {
            { nameof(AzureCliSignIn), "Install the Azure CLI, run az login" },
            { nameof(ManagedIdentitySignIn), "has a managed identity" },
            { nameof(DefaultSignIn), "Sign in with Connect-IoTHubDisconnect" },
        };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Who_is_not_signed_in_is_told_what_the_way_lacks(string way, string step)
    {
        SignIn signIn = way switch
        {
            nameof(AzureCliSignIn) => new AzureCliSignIn(),
            nameof(ManagedIdentitySignIn) => new ManagedIdentitySignIn(null),
            _ => new DefaultSignIn(),
        };

        Assert.Contains(step, AzureAdvice.For(AzureErrorKind.NotSignedIn, signIn), StringComparison.Ordinal);
    }
}
