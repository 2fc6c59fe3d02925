using System.Globalization;
using DuckDB.NET.Data;
using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.Speed;

/// <summary>Computes features of each device's sessions with DuckDB, in memory and on all cores.</summary>
internal static class DuckDbJob
{
    public static void Run(string[] arguments, Action<string, double> write)
    {
        var sql = ReadQuery(arguments[0]);
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        for (var call = int.Parse(arguments[1], CultureInfo.InvariantCulture); call > 0; call--)
        {
            var cost = Cost.Of(() => Fetch(connection, sql));
            write("seconds", cost.Seconds);
            write("processor", cost.ProcessorSeconds);
        }

        write("peak", PeakMemory.Megabytes);
    }

    private static void Fetch(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read()) { }
    }

    private static string ReadQuery(string file)
    {
        using StreamReader reader = new(typeof(DuckDbJob).Assembly.GetManifestResourceStream("DeviceSessions.sql")!);
        return reader.ReadToEnd().Replace("$file", HostedModule.Quote(file), StringComparison.Ordinal);
    }
}
