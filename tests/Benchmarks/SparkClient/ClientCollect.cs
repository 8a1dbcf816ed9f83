using Microsoft.Spark.Sql;

namespace Benchmarks;

/// <summary>All rows of the query into this process.</summary>
internal sealed class ClientCollect : IContender
{
    private List<Row> _rows = [];

    public void Arrange(string input, string output)
    {
        _rows = [];
        ClientQuery.Session();
    }

    public void Run(string input, string output) => _rows = [.. ClientQuery.Session().Sql(ClientQuery.Sql(ClientQuery.Rows(input))).Collect()];

    public Dictionary<string, long> Check(string output) => new() { ["rows"] = _rows.Count, ["ids"] = _rows.Sum(row => row.GetAs<long>(0)) };
}
