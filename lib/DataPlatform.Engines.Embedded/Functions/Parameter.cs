using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>What a function takes at one position: the type an argument is cast to without being asked, under Spark's ANSI rules for implicit casts.</summary>
/// <param name="Description">The types taken, as error messages name them: <c>"STRING"</c>, <c>"NUMERIC"</c>.</param>
/// <param name="Accept">The type that an argument of a given type is cast to (often its own); null: not taken.</param>
/// <param name="Group">Arguments of equal non-zero group are brought to their common type together.</param>
internal sealed record Parameter(string Description, Func<DataType, DataType?> Accept, int Group = 0)
{
    /// <summary>Whether a lambda stands here.</summary>
    public bool IsLambda { get; init; }

    /// <summary>Anything, as it is.</summary>
    public static Parameter Any { get; } = new("ANY", type => type);

    /// <summary>Anything; all such arguments of a call are brought to their common type.</summary>
    public static Parameter Common { get; } = new("ANY", type => type, Group: 1);

    /// <summary>Numbers (text counts as double); all such arguments of a call are brought to their common type.</summary>
    public static Parameter CommonNumeric { get; } = new("NUMERIC", type => ImplicitCast.ToNumeric(type), Group: 1);

    public static Parameter String { get; } = To(new StringType());

    public static Parameter Int { get; } = To(new IntegerType());

    public static Parameter Long { get; } = To(new LongType());

    public static Parameter Double { get; } = To(new DoubleType());

    public static Parameter Boolean { get; } = To(new BooleanType());

    public static Parameter Binary { get; } = To(new BinaryType());

    public static Parameter Date { get; } = To(new DateType());

    public static Parameter Timestamp { get; } = To(new TimestampType());

    public static Parameter TimestampNtz { get; } = To(new TimestampNTZType());

    /// <summary>Text or bytes as they are; other atomic values as text.</summary>
    public static Parameter StringOrBinary { get; } = new("STRING or BINARY", type => type is BinaryType ? type : ImplicitCast.To(type, new StringType()));

    /// <summary>A number as it is; text as double.</summary>
    public static Parameter Numeric { get; } = new("NUMERIC", ImplicitCast.ToNumeric);

    /// <summary>A whole number as it is; text as bigint.</summary>
    public static Parameter Integral { get; } = new("INTEGRAL", type => type is IntegralType ? type : type is NullType ? new IntegerType() : type is StringType ? new LongType() : null);

    /// <summary>A whole number as bigint, and no text.</summary>
    public static Parameter WholeNumber { get; } = new("INTEGRAL", type => type is IntegralType or NullType ? new LongType() : null);

    /// <summary>Text, and nothing that would have to be cast to it.</summary>
    public static Parameter OnlyString { get; } = Exactly(new StringType());

    /// <summary>An int, and nothing that would have to be cast to it.</summary>
    public static Parameter OnlyInt { get; } = Exactly(new IntegerType());

    /// <summary>An array as it is.</summary>
    public static Parameter Array { get; } = new("ARRAY", type => type is ArrayType ? type : type is NullType ? new ArrayType(type) : null);

    /// <summary>A map as it is.</summary>
    public static Parameter Map { get; } = new("MAP", type => type is MapType ? type : null);

    /// <summary>A struct as it is.</summary>
    public static Parameter Struct { get; } = new("STRUCT", type => type is StructType ? type : null);

    /// <summary>A lambda; see <see cref="Function.LambdaParameters"/>.</summary>
    public static Parameter Lambda { get; } = new("LAMBDA", type => type) { IsLambda = true };

    /// <summary>Exactly this type, or what Spark casts to it without being asked.</summary>
    public static Parameter To(DataType target) => new(target.Sql, type => ImplicitCast.To(type, target));

    /// <summary>A value of exactly the given kind of type, as it is.</summary>
    public static Parameter Is<TType>(string description)
        where TType : DataType => new(description, type => type is TType ? type : null);

    /// <summary>The first of several that takes it.</summary>
    public static Parameter OneOf(params Parameter[] choices) => new(
        string.Join(" or ", choices.Select(c => c.Description)),
        type => choices.Select(c => c.Accept(type)).FirstOrDefault(accepted => accepted is not null));

    private static Parameter Exactly(DataType target) => new(target.Sql, type => type == target || type is NullType ? target : null);
}
