using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql;

public sealed partial class SparkSession
{
    /// <summary>
    /// A data frame of the program's rows, in their order. The rows are read and checked at once: each has a value a column, of the .NET type that the column's
    /// type names. Whole numbers of any size are taken where they fit, a <see cref="float"/> as a double, <see cref="DateOnly"/>, <see cref="DateTime"/> (of UTC or
    /// local kind) and <see cref="DateTimeOffset"/> as dates and timestamps, any sequence as an array, any dictionary as a map.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// A row has too few or too many values, a value of another type, or a null where the schema has none; it names row and column.
    /// </exception>
    public DataFrame CreateDataFrame(IEnumerable<GenericRow> data, StructType schema)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(schema);
        return new DataFrame(this, new LocalRelation(schema, LocalRows.Check(data.Select(row => row.Values), schema)));
    }

    /// <summary>One column <c>_1</c> of type int, not null.</summary>
    public DataFrame CreateDataFrame(IEnumerable<int> data) => CreateDataFrame(data, new IntegerType(), isNullable: false);

    /// <summary>One column <c>_1</c> of type int.</summary>
    public DataFrame CreateDataFrame(IEnumerable<int?> data) => CreateDataFrame(data, new IntegerType());

    /// <summary>One column <c>_1</c> of type string.</summary>
    public DataFrame CreateDataFrame(IEnumerable<string> data) => CreateDataFrame(data, new StringType());

    /// <summary>One column <c>_1</c> of type double, not null.</summary>
    public DataFrame CreateDataFrame(IEnumerable<double> data) => CreateDataFrame(data, new DoubleType(), isNullable: false);

    /// <summary>One column <c>_1</c> of type double.</summary>
    public DataFrame CreateDataFrame(IEnumerable<double?> data) => CreateDataFrame(data, new DoubleType());

    /// <summary>One column <c>_1</c> of type boolean, not null.</summary>
    public DataFrame CreateDataFrame(IEnumerable<bool> data) => CreateDataFrame(data, new BooleanType(), isNullable: false);

    /// <summary>One column <c>_1</c> of type boolean.</summary>
    public DataFrame CreateDataFrame(IEnumerable<bool?> data) => CreateDataFrame(data, new BooleanType());

    /// <summary>One column <c>_1</c> of type date.</summary>
    public DataFrame CreateDataFrame(IEnumerable<Date> data) => CreateDataFrame(data, new DateType());

    /// <summary>One column <c>_1</c> of type timestamp.</summary>
    public DataFrame CreateDataFrame(IEnumerable<Timestamp> data) => CreateDataFrame(data, new TimestampType());

    private DataFrame CreateDataFrame<T>(IEnumerable<T> data, DataType type, bool isNullable = true)
    {
        ArgumentNullException.ThrowIfNull(data);
        var schema = new StructType([new StructField("_1", type, isNullable)]);
        return new DataFrame(this, new LocalRelation(schema, LocalRows.Check(data.Select(value => new object?[] { value }), schema)));
    }
}
