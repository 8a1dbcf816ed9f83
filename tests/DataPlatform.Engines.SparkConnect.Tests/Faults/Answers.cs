using Apache.Arrow;
using Apache.Arrow.Ipc;
using DataPlatform.Engines.SparkConnect.Protos;
using Google.Protobuf;
using Proto = DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Tests.Faults;

/// <summary>Responses of operations whose rows are numbers in order, one batch a row unless a test says otherwise.</summary>
internal static class Answers
{
    /// <summary>One column: <c>id</c> bigint, not null.</summary>
    public static Proto.DataType Schema => new()
    {
        Struct = new() { Fields = { new Proto.DataType.Types.StructField { Name = "id", DataType = new() { Long = new() }, Nullable = false } } },
    };

    public static ExecutePlanResponse Complete => new() { ResultComplete = new() };

    public static IEnumerable<ExecutePlanResponse> Rows(int count) =>
        [new() { Schema = Schema }, .. Enumerable.Range(0, count).Select(i => Batch(i)), Complete];

    public static ExecutePlanResponse Batch(long first, int rows = 1) =>
        new() { ArrowBatch = new() { RowCount = rows, StartOffset = first, Data = ByteString.CopyFrom(Arrow(first, rows)) } };

    public static byte[] Arrow(long first, int rows)
    {
        var column = new Int64Array.Builder().AppendRange(Enumerable.Range(0, rows).Select(i => first + i)).Build();
        using var batch = new RecordBatch(new Schema([new Field("id", column.Data.DataType, false)], null), [column], rows);
        using var stream = new MemoryStream();
        using (var writer = new ArrowStreamWriter(stream, batch.Schema, leaveOpen: true))
        {
            writer.WriteRecordBatch(batch);
            writer.WriteEnd();
        }

        return stream.ToArray();
    }
}
