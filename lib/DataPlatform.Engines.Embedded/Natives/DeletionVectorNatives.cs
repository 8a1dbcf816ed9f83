using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using DataPlatform.Delta;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sql;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Which rows of a data file a deletion vector takes out of its table.</summary>
internal static class DeletionVectorNatives
{
    private const string IsDeleted = "spark_is_deleted";
    private const char Separator = '\n';
    private const int KeptVectors = 256;

    private static readonly ConcurrentDictionary<string, Lazy<long[]>> Vectors = new(StringComparer.Ordinal);

    public static IReadOnlyList<NativeFunction> All { get; } = [NativeFunction.OfBatch<bool>(IsDeleted, [typeof(string), typeof(long)], Fill).OrFails()];

    /// <summary>A vector as an SQL constant: text that says where it is; null for a file without one.</summary>
    public static string Constant(DeletionVectorDescriptor? vector, string tablePath) => vector is null
        ? "NULL"
        : SqlText.Quote(string.Join(
            Separator,
            tablePath,
            vector.StorageType,
            vector.PathOrInlineDv,
            vector.Offset?.ToString(CultureInfo.InvariantCulture),
            vector.SizeInBytes.ToString(CultureInfo.InvariantCulture),
            vector.Cardinality.ToString(CultureInfo.InvariantCulture)));

    /// <summary>An SQL condition that holds for the rows of a file that are still in its table.</summary>
    /// <param name="vector">SQL for the vector of the row's file, as <see cref="Constant"/> wrote it.</param>
    /// <param name="row">SQL for the row's index in its file, from 0.</param>
    public static string IsLive(string vector, string row) => $"coalesce(NOT {IsDeleted}({vector}, {row}), TRUE)";

    private static void Fill(NativeCall call)
    {
        var (vectors, indexes, result) = (call.Argument<string>(0), call.Argument<long>(1), call.Result<bool>());
        ReadOnlySpan<byte> lastText = [];
        long[] deleted = [];
        for (var row = 0; row < call.RowCount; row++)
        {
            if (vectors.IsNull(row))
            {
                result.SetNull(row);
                continue;
            }

            // The rows of one file follow each other.
            var text = vectors.Bytes(row);
            if (!text.SequenceEqual(lastText))
            {
                deleted = Load(Encoding.UTF8.GetString(text));
                lastText = text;
            }

            result.Set(row, Array.BinarySearch(deleted, indexes.Get(row)) >= 0);
        }
    }

    private static long[] Load(string text)
    {
        if (Vectors.Count > KeptVectors)
        {
            Vectors.Clear();
        }

        return Vectors.GetOrAdd(text, key => new Lazy<long[]>(() => Read(key))).Value;
    }

    private static long[] Read(string text)
    {
        var parts = text.Split(Separator);
        var vector = new DeletionVectorDescriptor(parts[1], parts[2], parts[3].Length == 0 ? null : Number(parts[3]), Number(parts[4]), long.Parse(parts[5], CultureInfo.InvariantCulture));
        return DeletionVector.Load(vector, parts[0], LocalLogStore.Instance);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
