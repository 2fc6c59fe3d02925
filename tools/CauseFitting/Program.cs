using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CauseFitting;

if (args is not [var file])
{
    Console.Error.WriteLine(
        "CauseFitting FILE: fits the parameters of the causes to simulated fleets, writes them to the file "
            + "(src/IoTHubDisconnect.Core/Causes/causes.json), and prints how each story is answered "
            + "without it. What is stated there stays."
    );
    return 2;
}

var trial = new Trial(JsonNode.Parse(File.ReadAllText(file))!.AsObject());
var format = new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
File.WriteAllText(file, trial.Fitted.ToJsonString(format).ReplaceLineEndings("\n") + "\n");
Console.WriteLine($"Temperature {trial.Temperature}");
Console.WriteLine(string.Join(" | ", StoryFigures.Heading));
foreach (var figures in trial.Figures())
    Console.WriteLine(string.Join(" | ", figures.Row));
return 0;
