using CsCheck;
using Microsoft.Spark.Sql.Types;

namespace Specification.RandomPlans;

/// <summary>The kinds by what may be done with them.</summary>
public static class Kinds
{
    public static IReadOnlyList<Kind> All { get; } = Enum.GetValues<Kind>();

    /// <summary>Kinds that can be grouped by, joined on and told apart.</summary>
    public static IReadOnlyList<Kind> Comparable { get; } = [.. All.Where(kind => kind is not Kind.Map)];

    /// <summary>Kinds that the embedded engine orders as Spark does; nested values with nulls inside it refuses.</summary>
    public static IReadOnlyList<Kind> Ordered { get; } = [.. All.Where(kind => kind is not (Kind.Map or Kind.IntArray or Kind.StringArray or Kind.Struct))];

    public static Gen<Kind> Any { get; } = Gen.OneOf([.. All]);

    /// <summary>A type of that kind, as it stands in a table.</summary>
    public static Gen<DataType> Type(Kind kind) => kind == Kind.Decimal
        ? Gen.OneOf<DataType>(new DecimalType(10, 2), new DecimalType(5, 0), new DecimalType(20, 6))
        : Gen.Const(Standard(kind));

    /// <summary>The type that a literal or a cast of that kind has.</summary>
    public static DataType Standard(Kind kind) => kind switch
    {
        Kind.Int => new IntegerType(),
        Kind.Long => new LongType(),
        Kind.Short => new ShortType(),
        Kind.Float => new FloatType(),
        Kind.Double => new DoubleType(),
        Kind.Decimal => new DecimalType(10, 2),
        Kind.String => new StringType(),
        Kind.Boolean => new BooleanType(),
        Kind.Date => new DateType(),
        Kind.Timestamp => new TimestampType(),
        Kind.TimestampNtz => new TimestampNTZType(),
        Kind.Binary => new BinaryType(),
        Kind.IntArray => new ArrayType(new IntegerType(), true),
        Kind.StringArray => new ArrayType(new StringType(), true),
        Kind.Struct => new StructType([new StructField("a", new IntegerType()), new StructField("b", new StringType())]),
        Kind.Map => new MapType(new StringType(), new IntegerType(), true),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
