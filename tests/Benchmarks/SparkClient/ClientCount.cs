namespace Benchmarks;

/// <summary>The number of rows of the query: a round trip with one row.</summary>
internal sealed class ClientCount : IContender
{
    private long _rows;

    public void Arrange(string input, string output) => ClientQuery.Session();

    public void Run(string input, string output) => _rows = ClientQuery.Session().Sql(ClientQuery.Sql(ClientQuery.Rows(input))).Count();

    public Dictionary<string, long> Check(string output) => new() { ["rows"] = _rows };
}
