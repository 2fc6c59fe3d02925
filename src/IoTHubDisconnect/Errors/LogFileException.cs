using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Commands;

/// <summary>A log file, or a part of it, could not be read.</summary>
public sealed class LogFileException : IOException
{
    internal LogFileException(LogProblem problem, Exception? inner = null)
        : base(problem.Message, inner)
    {
        Kind = problem.Kind;
        Path = problem.Path;
        Line = problem.Line;
    }

    /// <summary>What is wrong.</summary>
    public LogProblemKind Kind { get; }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The line it begins on, counted from 1; 0 where the whole file is meant.</summary>
    public long Line { get; }
}
