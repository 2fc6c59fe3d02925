using IoTHubDisconnect.Generate;

foreach (var file in GeneratedFile.All)
    Console.WriteLine($"{(file.Write() ? "written  " : "unchanged")} {file.Path}");
