using System.Data.SqlTypes;
using System.Globalization;
using System.Text;
using DataPlatform.Delta;
using DataPlatform.Engines.Embedded.Natives;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>Columns that the names of folders give: <c>year=2013/month=1</c> below the folder read, or below <c>basePath</c>. Spark's partition discovery.</summary>
internal sealed class PartitionFolders
{
    private PartitionFolders(IReadOnlyList<StructField> fields, IReadOnlyList<object?[]> values) => (Fields, Values) = (fields, values);

    /// <summary>No columns.</summary>
    public static PartitionFolders None { get; } = new([], []);

    /// <summary>The columns in the order of the folders; all are nullable.</summary>
    public IReadOnlyList<StructField> Fields { get; }

    /// <summary>The values of each file, in the order of the files.</summary>
    public IReadOnlyList<object?[]> Values { get; }

    /// <summary>Whether a folder's name gives a column.</summary>
    public static bool IsPartition(string folder) => folder.IndexOf('=', StringComparison.Ordinal) > 0;

    /// <summary>The columns of files.</summary>
    /// <param name="paths">The paths that the reader was given.</param>
    /// <param name="files">The files read.</param>
    /// <param name="basePath">Where partition folders begin; null: in each path.</param>
    /// <param name="schema">The schema that the reader was given, which may name the columns' types; null: none.</param>
    /// <param name="timeZone">The zone of times of day.</param>
    /// <exception cref="AnalysisException"><c>CONFLICTING_PARTITION_COLUMN_NAMES</c>: not all files have the same.</exception>
    public static PartitionFolders Of(IReadOnlyList<string> paths, IReadOnlyList<string> files, string? basePath, StructType? schema, string timeZone)
    {
        var roots = (basePath is null ? paths : [basePath]).Select(FileListing.Local).Where(Directory.Exists).OrderByDescending(root => root.Length).ToList();
        var parts = files.Select(file => Parts(file, roots)).ToList();
        if (parts.All(p => p.Count == 0))
        {
            return None;
        }

        var zone = SparkTimeZone.Get(timeZone);
        var names = parts[0].ConvertAll(p => p.Name);
        if (parts.Find(p => !p.Select(part => part.Name).SequenceEqual(names, StringComparer.OrdinalIgnoreCase)) is { } other)
        {
            throw new AnalysisException(
                "CONFLICTING_PARTITION_COLUMN_NAMES",
                $"The folders make different columns: ({string.Join(", ", names)}) and ({string.Join(", ", other.Select(p => p.Name))}). Read each layout for itself.");
        }

        var fields = names.Select((name, i) => Field(name, parts.ConvertAll(p => p[i].Value), schema?.Find(name), zone)).ToList();
        return new PartitionFolders(fields, parts.ConvertAll(p => p.Select((part, i) => Typed(part.Value, fields[i].DataType, zone)).ToArray()));
    }

    private static List<(string Name, string? Value)> Parts(string file, List<string> roots)
    {
        var root = roots.Find(r => file.StartsWith(r.TrimEnd('/') + "/", StringComparison.Ordinal));
        var folder = root is null ? "." : Path.GetRelativePath(root, Path.GetDirectoryName(file)!);
        return folder == "." || !folder.Split('/').All(IsPartition) ? [] : [.. folder.Split('/').Select(Part)];
    }

    private static (string Name, string? Value) Part(string folder)
    {
        var equals = folder.IndexOf('=', StringComparison.Ordinal);
        var value = folder[(equals + 1)..];
        return (Uri.UnescapeDataString(folder[..equals]), value == PartitionPath.NullFolder ? null : Uri.UnescapeDataString(value));
    }

    private static StructField Field(string name, List<string?> values, StructField? given, SparkTimeZone zone) => given is not null
        ? new StructField(given.Name, given.DataType)
        : new StructField(name, TypeOf([.. values.OfType<string>()], zone));

    // The first type that all values are of; text where there is none. Spark makes text of fractions beside whole numbers that no INT holds, which a DOUBLE may not hold either.
    private static DataType TypeOf(IReadOnlyList<string> values, SparkTimeZone zone)
    {
        if (values.Count == 0)
        {
            return new StringType();
        }

        var big = values.Where(value => IsWhole(value) && Digits(value) <= DecimalType.MaxPrecision && Typed(value, new IntegerType(), zone) is null).ToList();
        IEnumerable<DataType> candidates = [new IntegerType(), new LongType(), .. Decimal(big), .. big.Count == 0 ? [new DoubleType()] : Array.Empty<DataType>(), new DateType(), new TimestampType()];
        return candidates.FirstOrDefault(type => values.All(value => (type is not TimestampType || IsTimestamp(value)) && Typed(value, type, zone) is not null)) ?? new StringType();
    }

    // What holds all whole numbers where a BIGINT does not.
    private static IEnumerable<DataType> Decimal(List<string> big) =>
        big.Count > 0 ? [new DecimalType(Math.Max(20, big.Max(Digits)), 0)] : [];

    // Spark guesses times of a day only of yyyy-MM-dd HH:mm:ss[.S].
    private static bool IsTimestamp(string value) => value.Length == 10 || (value.Length is 19 or 21 && value[10] == ' ' && (value.Length == 19 || value[19] == '.'));

    private static bool IsWhole(string value) => value.AsSpan(value is ['-' or '+', ..] ? 1 : 0) is { IsEmpty: false } digits && digits.IndexOfAnyExceptInRange('0', '9') < 0;

    private static int Digits(string value) => value.TrimStart('-', '+').TrimStart('0').Length;

    private static object? Typed(string? value, DataType type, SparkTimeZone zone) => (value, type) switch
    {
        (null, _) => null,
        (_, IntegerType) => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
        (_, LongType) => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
        (_, DoubleType) => NumberTextNatives.Double(Encoding.UTF8.GetBytes(value)),
        (_, DateType) => value.Length == 10 && DateText.Date(Encoding.UTF8.GetBytes(value)) is { } day ? Date.FromEpochDay(day) : null,
        (_, DecimalType) => IsWhole(value) ? SqlDecimal.Parse(value) : null,
        (_, TimestampType) => value.Length >= 10 && DateText.Timestamp(Encoding.UTF8.GetBytes(value), zone) is { } instant ? Timestamp.FromEpochMicroseconds(instant) : null,
        (_, StringType) => value,
        _ => throw EmbeddedErrors.UnsupportedFeature($"a partition folder as {type.Sql}", "Read it as STRING and cast it."),
    };
}
