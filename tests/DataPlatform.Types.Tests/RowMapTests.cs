using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Types.Tests;

public sealed class RowMapTests
{
    private static readonly StructType Schema = new([new StructField("m", new MapType(new StringType(), new IntegerType()))]);

    [Fact]
    public void Row_with_a_generic_dictionary_is_written_and_compared_by_entries()
    {
        Assert.Equal("[{a -> 1}]", RowOf(1).ToString());
        Assert.Equal(RowOf(1), RowOf(1));
        Assert.NotEqual(RowOf(1), RowOf(2));
    }

    private static Row RowOf(int value) => new([new Dictionary<string, int> { ["a"] = value }], Schema);
}
