using System.Text;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Tests;

/// <summary>Lines of CSV that are split where they lie give what the parser for all lines gives.</summary>
public sealed class CsvReadingTests : IDisposable
{
    private static readonly StructType Columns = StructType.FromDdl("a STRING, b STRING, _corrupt_record STRING");

    // The parser for all lines is taken where lines may be comments; none begins with this.
    private static readonly KeyValuePair<string, string> Careful = new("comment", "\u0001");

    private readonly string _folder = Directory.CreateTempSubdirectory("csv").FullName;
    private readonly EmbeddedEngine _engine = new(new Dictionary<string, string>());

    public void Dispose()
    {
        _engine.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_bytes_read_in_place_equal_those_read_with_care(int seed)
    {
        var random = new Random(seed);
        string[] parts = ["x", "12", ",", ",", "\"", "\\", " ", "\t", "é", "€", "NA", "\n", "\n", "\r\n", "\r", "\u00A0", new('y', 40)];
        var bytes = Enumerable.Range(0, 60_000)
            .SelectMany(_ => random.Next(500) == 0 ? [0xFF] : Encoding.UTF8.GetBytes(parts[random.Next(parts.Length)]))
            .ToArray();

        Equal(bytes);
        Equal(bytes, new("nullValue", "NA"), new("emptyValue", "none"));
        Equal(bytes, new("mode", "DROPMALFORMED"), new("sep", "x"));
    }

    [Fact]
    public void Lines_longer_than_what_is_read_at_once_are_whole()
    {
        var text = new StringBuilder("a,b\r\n");
        for (var length = 65_000; length < 66_000; length += 7)
        {
            text.Append('z', length).Append(",1\r\n");
        }

        Equal(Encoding.UTF8.GetBytes(text.ToString()), new KeyValuePair<string, string>("header", "true"));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_is_no_part_of_the_first_column(string encoding)
    {
        var form = Encoding.GetEncoding(encoding);
        Assert.Equal(["1|2|", "3||3"], Rows([.. form.Preamble, .. form.GetBytes("1,2\n3")]));
    }

    [Fact]
    public void Empty_fields_are_null_and_records_of_another_width_are_kept_whole() =>
        Assert.Equal(["||", "1||", "|2|", "1||1", "1|2|1,2,3"], Rows(Encoding.UTF8.GetBytes(",\n1,\n,2\n1\n1,2,3\n")));

    private void Equal(byte[] content, params KeyValuePair<string, string>[] options)
    {
        var inPlace = Rows(content, options);
        Assert.NotEmpty(inPlace);
        Assert.Equal(Rows(content, [.. options, Careful]), inPlace);
    }

    private List<string> Rows(byte[] content, params KeyValuePair<string, string>[] options)
    {
        var path = Path.Combine(_folder, "rows.csv");
        File.WriteAllBytes(path, content);
        using var result = _engine.Execute(new DataSource("csv", Columns, options.ToValueList(), [path]));
        return [.. result.Rows.Select(row => string.Join('|', row.Values))];
    }
}
