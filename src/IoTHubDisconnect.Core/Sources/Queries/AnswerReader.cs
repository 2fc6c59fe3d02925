using System.Text;
using System.Text.Json;
using IoTHubDisconnect.Reading.Input;
using IoTHubDisconnect.Reading.Json;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Sources.Queries;

/// <summary>
/// Reads the answer to a query for packed rows as it comes. Unlike a file, which is read as far as it can be, an answer
/// is good to its last bracket or not at all.
/// </summary>
internal sealed class AnswerReader : IDisposable
{
    private const int WindowLength = 256 * 1024;
    private const int LongestValue = 4 * 1024 * 1024;

    private readonly ByteWindow _window;
    private readonly RowReceiver _receiver;
    private readonly DateTimeOffset _begin;
    private ServiceRemark? _remark;
    private long _mostAlike;

    /// <param name="body">The answer.</param>
    /// <param name="receiver">Takes the rows.</param>
    /// <param name="begin">The moment that their times are counted from.</param>
    /// <param name="cancellation">Stops reading.</param>
    public AnswerReader(Stream body, RowReceiver receiver, DateTimeOffset begin, CancellationToken cancellation)
    {
        _window = new ByteWindow(body, WindowLength, LongestValue, cancellation);
        _receiver = receiver;
        _begin = begin;
    }

    /// <summary>The packed rows that came.</summary>
    public long PackedRows { get; private set; }

    /// <returns>Why not all rows came; null where they did.</returns>
    /// <exception cref="InvalidDataException">The answer is cut off, or is no answer.</exception>
    /// <exception cref="IOException">The connection was cut.</exception>
    public AnswerLack? Read()
    {
        var hasTables = false;
        try
        {
            ReadObject(name =>
            {
                if (name is "error" or "exceptions")
                    _remark = ServiceRemark.Of(Value()) ?? _remark;
                else if (name is not "tables")
                    Value();
                else
                {
                    hasTables = true;
                    ReadArray(ReadTable);
                }
            });
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException(
                $"The answer is not in the form that the service documents: {exception.Message}",
                exception
            );
        }
        if (HasMore())
            throw new InvalidDataException("The answer goes on after its end.");
        if (!hasTables && _remark is null)
            throw new InvalidDataException("The answer has no tables.");
        return _mostAlike > 0
                ? new AnswerLack(
                    $"It has {_mostAlike} rows that say the same, too many for one list.",
                    Alike: _mostAlike
                )
            : _remark is { } remark ? new AnswerLack(remark.Message, remark.Code)
            : null;
    }

    public void Dispose() => _window.Dispose();

    private void ReadTable()
    {
        PackedRowReader? rows = null;
        ReadObject(name =>
        {
            if (name is "columns")
                rows = new PackedRowReader(ColumnsOf(Value()), _begin);
            else if (name is not "rows")
                Value();
            else
                ReadArray(() =>
                {
                    // Where it cuts rows off, the last of them says so.
                    if (Peek() == '{')
                        ReadObject(_ => _remark = ServiceRemark.Of(Value()) ?? _remark);
                    // Azure Data Explorer sends tables about the query along.
                    else if (rows is { IsPacked: true })
                        ReadRow(rows);
                    else
                        Value();
                });
        });
    }

    private void ReadRow(PackedRowReader rows)
    {
        while (true)
        {
            var row = default(Row);
            var read = rows.Read(_window.Bytes, ref row, out var length);
            if (read == JsonRead.Row)
            {
                _receiver.TakeAlike(ref row, rows.Times);
                _window.Take(length);
                PackedRows++;
                if (rows.Times.Length < rows.Rows)
                    _mostAlike = Math.Max(_mostAlike, rows.Rows);
                return;
            }
            if (read == JsonRead.Broken)
                throw new InvalidDataException($"A row of the answer is broken: {rows.Error}.");
            Fill();
        }
    }

    private void ReadObject(Action<string> readMember)
    {
        Take((byte)'{');
        if (TryTake((byte)'}'))
            return;
        do
        {
            Peek();
            var name = new Utf8JsonReader(Value());
            name.Read();
            if (name.TokenType != JsonTokenType.String)
                throw new InvalidDataException("The answer is no JSON.");
            var text = name.GetString()!.ToLowerInvariant();
            Take((byte)':');
            readMember(text);
        } while (TryTake((byte)','));
        Take((byte)'}');
    }

    private void ReadArray(Action readElement)
    {
        Take((byte)'[');
        if (TryTake((byte)']'))
            return;
        do
        {
            Peek();
            readElement();
        } while (TryTake((byte)','));
        Take((byte)']');
    }

    private static string[] ColumnsOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        return
        [
            .. document
                .RootElement.EnumerateArray()
                .Select(column =>
                    column.TryGetProperty("name", out var name) || column.TryGetProperty("ColumnName", out name)
                        ? name.GetString() ?? ""
                        : ""
                ),
        ];
    }

    /// <summary>The whole next value. The bytes are good until more are read.</summary>
    private ReadOnlySpan<byte> Value()
    {
        Peek();
        int length;
        while ((length = JsonValueEnd.Find(_window.Bytes)) == 0)
            Fill();
        var value = _window.Bytes[..length];
        _window.Take(length);
        return value;
    }

    private byte Peek()
    {
        while (true)
        {
            var blanks = _window.Bytes.IndexOfAnyExcept(" \t\r\n"u8);
            if (blanks >= 0)
            {
                _window.Take(blanks);
                return _window.Bytes[0];
            }
            _window.Take(_window.Bytes.Length);
            Fill();
        }
    }

    private bool HasMore()
    {
        do
        {
            if (_window.Bytes.IndexOfAnyExcept(" \t\r\n"u8) >= 0)
                return true;
            _window.Take(_window.Bytes.Length);
        } while (_window.TryFill());
        return false;
    }

    private bool TryTake(byte expected)
    {
        if (Peek() != expected)
            return false;
        _window.Take(1);
        return true;
    }

    private void Take(byte expected)
    {
        if (!TryTake(expected))
            throw new InvalidDataException($"The answer has '{(char)Peek()}' where '{(char)expected}' belongs.");
    }

    private void Fill()
    {
        if (_window.TryFill())
            return;
        if (_window.Failure is { } failure)
            throw failure as IOException ?? new IOException(failure.Message, failure);
        throw new InvalidDataException(
            _window.Position == 0 && _window.Bytes.IsEmpty ? "The answer is empty." : "The answer is cut off."
        );
    }
}
