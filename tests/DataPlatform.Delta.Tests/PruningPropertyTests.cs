using CsCheck;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Delta.FilePredicate;
using Op = DataPlatform.Delta.ComparisonOperator;

namespace DataPlatform.Delta.Tests;

/// <summary>For any rows and any condition: a file is left out only if no row fulfils it, and taken whole only if every row does.</summary>
public sealed class PruningPropertyTests
{
    private static readonly Metadata Table = Metadata.Create(StructType.FromDdl("n BIGINT, s STRING, t TIMESTAMP, p BIGINT"), ["p"]);

    private static readonly Gen<object?> Numbers = OrNull(Gen.Long[-3, 3].Select(n => (object)n));

    // Long texts with a common beginning, so that cut bounds matter; instants within the same milliseconds, so that cut fractions do.
    private static readonly Gen<object?> Texts = OrNull(
        Gen.Select(OneOf("", new string('a', 32), new string('a', 31) + "😀"), OneOf("", "a", "b", "\uFFFF", "😀", "\U0010FFFF"))
            .Select(parts => (object)$"{parts.Item1}{parts.Item2}"));

    private static readonly Gen<object?> Instants = OrNull(Gen.Long[-2500, 2500].Select(micros => (object)Timestamp.FromEpochMicroseconds(micros)));

    private static readonly Gen<(object? N, object? S, object? T)[]> Rows = Gen.Select(Numbers, Texts, Instants).Array[1, 4];

    private static readonly Gen<FilePredicate> Predicates = Gen.Recursive<FilePredicate>((depth, inner) => depth >= 3
        ? Leaves()
        : Gen.OneOf(
            Leaves(),
            Gen.Select(inner, inner).Select(pair => (FilePredicate)new And(pair.Item1, pair.Item2)),
            Gen.Select(inner, inner).Select(pair => (FilePredicate)new Or(pair.Item1, pair.Item2)),
            inner.Select(operand => (FilePredicate)new Not(operand))));

    [Fact]
    public void Match_never_contradicts_the_rows() => Gen.Select(Rows, Numbers, Predicates).Sample(
        sample =>
        {
            var (rows, partition, predicate) = sample;
            var file = TestTable.File("f", rows.Length, Statistics(rows), ("p", partition?.ToString()));
            var truths = rows.Select(row => Evaluate(predicate, row.N, row.S, row.T, partition)).ToList();
            return new FilePruner(Table, TimeZoneInfo.Utc).Match(predicate, file) switch
            {
                FileMatch.None => !truths.Contains(true),
                FileMatch.All => truths.TrueForAll(truth => truth == true),
                _ => true,
            };
        },
        iter: 5_000);

    private static string Statistics((object? N, object? S, object? T)[] rows) => FileStatistics.Compose(
        Table, rows.Length, [Column("n", rows.Select(row => row.N)), Column("s", rows.Select(row => row.S)), Column("t", rows.Select(row => row.T))]);

    private static ColumnStatistics Column(string name, IEnumerable<object?> values)
    {
        var all = values.ToList();
        var present = all.OfType<object>().Order(Comparer<object>.Create(Compare)).ToList();
        return new ColumnStatistics([name], present.FirstOrDefault(), present.LastOrDefault(), all.Count - present.Count);
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static Gen<object?> OrNull(Gen<object> values) => Gen.Frequency((4, values.Select(value => (object?)value)), (1, Gen.Const((object?)null)));

    private static Gen<FilePredicate> Leaves() => Gen.OneOf(Leaves("n", Numbers), Leaves("s", Texts), Leaves("t", Instants), Leaves("p", Numbers), Prefixes());

    private static Gen<FilePredicate> Leaves(string column, Gen<object?> values) => Gen.OneOf(
        Gen.Select(Gen.Enum<Op>(), values).Select(parts => (FilePredicate)new Comparison([column], parts.Item1, parts.Item2)),
        values.Array[0, 3].Select(items => (FilePredicate)new In([column], items.ToValueList())),
        Gen.Const((FilePredicate)new IsNull([column])),
        Gen.Const((FilePredicate)new IsNotNull([column])));

    private static Gen<FilePredicate> Prefixes() => Texts.Select(text => (FilePredicate)new StartsWith(["s"], (string?)text ?? "b"));

    private static bool? Evaluate(FilePredicate predicate, object? n, object? s, object? t, object? p)
    {
        object? Value(ValueList<string> column) => column[0] switch { "n" => n, "s" => s, "t" => t, _ => p };
        bool? Of(FilePredicate part) => Evaluate(part, n, s, t, p);
        return predicate switch
        {
            And(var left, var right) => Of(left) & Of(right),
            Or(var left, var right) => Of(left) | Of(right),
            Not(var operand) => !Of(operand),
            IsNull(var column) => Value(column) is null,
            IsNotNull(var column) => Value(column) is not null,
            StartsWith(_, var prefix) => s is string text ? text.StartsWith(prefix, StringComparison.Ordinal) : null,
            In(var column, var values) => values.Aggregate((bool?)false, (found, value) => found | Equal(Value(column), value)),
            Comparison(var column, Op.NullSafeEqual, var literal) => Value(column) is null || literal is null
                ? Value(column) is null && literal is null
                : Compare(Value(column)!, literal) == 0,
            Comparison(var column, var comparison, var literal) => Value(column) is { } value && literal is not null
                ? Holds(comparison, Compare(value, literal))
                : null,
            _ => throw new ArgumentOutOfRangeException(nameof(predicate)),
        };
    }

    private static bool? Equal(object? left, object? right) => left is null || right is null ? null : Compare(left, right) == 0;

    private static bool Holds(Op comparison, int order) => comparison switch
    {
        Op.Equal => order == 0,
        Op.NotEqual => order != 0,
        Op.Less => order < 0,
        Op.LessOrEqual => order <= 0,
        Op.Greater => order > 0,
        _ => order >= 0,
    };

    // Text by the bytes of its UTF-8, worked out the slow way.
    private static int Compare(object left, object right) => left is string a && right is string b
        ? System.Text.Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(b))
        : Comparer<object>.Default.Compare(left, right);
}
