using NetworkLab;

return await LabCommand.RunAsync(args, Console.Out, Console.Error);
