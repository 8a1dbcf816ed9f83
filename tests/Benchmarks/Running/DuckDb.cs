using System.Globalization;
using DuckDB.NET.Data;

namespace Benchmarks;

/// <summary>DuckDB by itself, with its defaults: the other side of every comparison.</summary>
internal sealed class DuckDb : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public DuckDb()
    {
        _connection.Open();
        Execute("SET TimeZone = 'UTC'");
    }

    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public string Text(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }

    public long Number(string sql) => long.Parse(Text(sql), CultureInfo.InvariantCulture);

    public void Dispose() => _connection.Dispose();
}
