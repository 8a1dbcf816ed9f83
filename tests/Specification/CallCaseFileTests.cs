namespace Specification;

public sealed class CallCaseFileTests
{
    private const string Head = """
        # What the calls of Calls/CallCases*.cs say, in SQL. Written from them (SPECIFICATION_WRITE=1).
        view t = SELECT * FROM VALUES (1, true, 1, 10L, 0.25D, 2.0D, 1.25, 'Spark SQL', 'park', X'00410042', DATE'2024-02-29', TIMESTAMP'2024-02-29 13:14:15.123456', array(3, 1, NULL, 1), array(1, 9), map('k', 1, 'l', NULL), named_struct('p', 'x', 'q', 7), '{"a":[1,2],"b":"x"}', '1,x'), (2, false, -7, -3L, -0.0D, 1.5D, -99.99, '', '', X'', DATE'1969-12-31', TIMESTAMP'1969-12-31 23:59:59.999999', array(), array(NULL), map(), named_struct('p', '', 'q', 0), 'nope', ','), (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL), (4, true, 2, 10L, DOUBLE('NaN'), 3.0D, 0.50, 'a,b,,c', ',', X'D83DDE00', DATE'2023-12-31', TIMESTAMP'2013-03-10 07:30:00', array(2, 2), array(2), map('z', 9), named_struct('p', 'y', 'q', NULL), '{"b":null}', 'é'), (5, false, 1, 7L, 1.0D, 4.5D, 10.05, 'é€😀', '€', X'00E9', DATE'2000-01-01', TIMESTAMP'2024-02-29 13:20:00', array(NULL, 5), array(5, NULL), map('k', 0), named_struct('p', 'z,"', 'q', 1), '{"a":[],"b":5}', '7') AS t(id, b, i, l, f, g, d, s, p, x, dt, ts, a, z, m, st, j, c)

        """;

    private static readonly string File = Path.Combine(GoldenFile.Root, "Cases", "calls.cases");

    [Fact]
    public void Case_file_asks_what_the_calls_say()
    {
        var text = Head + string.Concat(CallCases.Tables.Select(table => $"\n[{table.Group}]\n{string.Concat(table.Select(call => call.Sql + "\n"))}"));
        if (Environment.GetEnvironmentVariable("SPECIFICATION_WRITE") == "1")
        {
            System.IO.File.WriteAllText(File, text);
        }

        Assert.True(System.IO.File.ReadAllText(File) == text, "calls.cases is out of date: run this test with SPECIFICATION_WRITE=1, then record it.");
    }

    [Fact]
    public void Recorded_are_all_calls() =>
        Assert.Equal(CallCases.Tables.SelectMany(table => table).Select(call => call.Sql), GoldenFile.Of("calls").Cases.Select(test => test.Sql));
}
