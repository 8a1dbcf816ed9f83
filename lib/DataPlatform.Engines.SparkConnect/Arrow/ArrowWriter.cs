using Apache.Arrow;
using Apache.Arrow.Ipc;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Rows of the program as an Arrow stream.</summary>
internal static class ArrowWriter
{
    /// <summary>A stream of one batch.</summary>
    /// <exception cref="AnalysisException"><c>UNSUPPORTED_FEATURE.SPARK_CONNECT_ENGINE</c>: a column of another type than numbers, booleans, text and bytes.</exception>
    public static byte[] Write(StructType schema, IReadOnlyList<object?[]> rows)
    {
        var columns = schema.Fields.Select((field, i) => Column(field.DataType, [.. rows.Select(row => row[i])])).ToList();
        var fields = schema.Fields.Zip(columns, (field, column) => new Field(field.Name, column.Data.DataType, field.IsNullable));
        using var batch = new RecordBatch(new Schema(fields, null), columns, rows.Count);
        using var stream = new MemoryStream();
        using (var writer = new ArrowStreamWriter(stream, batch.Schema, leaveOpen: true))
        {
            writer.WriteRecordBatch(batch);
            writer.WriteEnd();
        }

        return stream.ToArray();
    }

    private static IArrowArray Column(DataType type, IReadOnlyList<object?> values) => type switch
    {
        BooleanType => Filled(new BooleanArray.Builder(), values, (builder, value) => builder.Append((bool)value), builder => builder.AppendNull()).Build(),
        ByteType => Filled(new Int8Array.Builder(), values, (builder, value) => builder.Append((sbyte)value), builder => builder.AppendNull()).Build(),
        ShortType => Filled(new Int16Array.Builder(), values, (builder, value) => builder.Append((short)value), builder => builder.AppendNull()).Build(),
        IntegerType => Filled(new Int32Array.Builder(), values, (builder, value) => builder.Append((int)value), builder => builder.AppendNull()).Build(),
        LongType => Filled(new Int64Array.Builder(), values, (builder, value) => builder.Append((long)value), builder => builder.AppendNull()).Build(),
        FloatType => Filled(new FloatArray.Builder(), values, (builder, value) => builder.Append((float)value), builder => builder.AppendNull()).Build(),
        DoubleType => Filled(new DoubleArray.Builder(), values, (builder, value) => builder.Append((double)value), builder => builder.AppendNull()).Build(),
        StringType => Filled(new StringArray.Builder(), values, (builder, value) => builder.Append((string)value), builder => builder.AppendNull()).Build(),
        _ => throw SparkConnectErrors.UnsupportedLiteral(type.Sql),
    };

    private static TBuilder Filled<TBuilder>(TBuilder builder, IReadOnlyList<object?> values, Action<TBuilder, object> append, Action<TBuilder> appendNull)
    {
        foreach (var value in values)
        {
            if (value is null)
            {
                appendNull(builder);
            }
            else
            {
                append(builder, value);
            }
        }

        return builder;
    }
}
