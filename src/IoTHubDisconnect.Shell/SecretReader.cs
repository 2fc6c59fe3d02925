using System.Text;

namespace IoTHubDisconnect.Shell;

/// <summary>Reads a line from the terminal and shows a star for each character.</summary>
internal static class SecretReader
{
    public static string Read()
    {
        StringBuilder typed = new();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0)
            {
                typed.Length--;
                Console.Error.Write("\b \b");
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
                Console.Error.Write('*');
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
