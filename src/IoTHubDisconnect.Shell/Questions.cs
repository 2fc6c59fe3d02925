using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace IoTHubDisconnect.Shell;

/// <summary>What the engine asks the person at the keyboard. The questions go to standard error, out of the way of captured output.</summary>
internal sealed class Questions(Terminal terminal, bool mayAsk)
{
    public string ReadLine()
    {
        Require("a line of input");
        return Console.ReadLine() ?? throw new HostException("The input ended before the answer.");
    }

    public SecureString ReadSecret()
    {
        Require("a secret");
        SecureString secret = new();
        foreach (char c in terminal.IsInput ? SecretReader.Read() : ReadLine())
            secret.AppendChar(c);

        secret.MakeReadOnly();
        return secret;
    }

    public Dictionary<string, PSObject> AskFields(string caption, string message, Collection<FieldDescription> fields)
    {
        Require(string.Join(", ", fields.Select(field => field.Name)));
        WriteHeading(caption, message);
        return fields.ToDictionary(field => field.Name, AskField);
    }

    public int AskChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Require("a choice");
        WriteHeading(caption, message);
        ChoiceMenu menu = new(choices, defaultChoice);
        while (true)
        {
            terminal.WriteError(menu.Prompt);
            string answer = ReadLine().Trim();
            if (answer == "?")
                terminal.WriteError(menu.Help);
            else if (menu.Find(answer) is int choice)
                return choice;
        }
    }

    public PSCredential AskCredential(string caption, string message, string userName)
    {
        Require("a credential");
        WriteHeading(caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            terminal.WriteError("User: ");
            userName = ReadLine();
        }

        terminal.WriteError($"Password for user {userName}: ");
        return new PSCredential(userName, ReadSecret());
    }

    private PSObject AskField(FieldDescription field)
    {
        terminal.WriteError($"{field.Name}: ");
        Type type = Type.GetType(field.ParameterAssemblyFullName) ?? typeof(string);
        if (type == typeof(SecureString))
            return PSObject.AsPSObject(ReadSecret());
        if (type == typeof(PSCredential))
            return PSObject.AsPSObject(AskCredential("", "", ""));

        return PSObject.AsPSObject(type.IsArray ? ReadList(field.Name) : ReadLine());
    }

    private string[] ReadList(string name)
    {
        List<string> values = [];
        for (string value = ReadLine(); value.Length > 0; value = ReadLine())
        {
            values.Add(value);
            terminal.WriteError($"{name}[{values.Count}]: ");
        }

        return [.. values];
    }

    private void WriteHeading(string caption, string message)
    {
        foreach (string line in new[] { caption, message })
            if (!string.IsNullOrEmpty(line))
                terminal.WriteError(line + Environment.NewLine);
    }

    private void Require(string what)
    {
        if (!mayAsk)
            throw new HostException($"This needs an answer ({what}), and -NonInteractive forbids to ask.");
    }
}
