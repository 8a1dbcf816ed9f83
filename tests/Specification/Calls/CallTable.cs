using System.Collections;
using Microsoft.Spark.Sql;

namespace Specification;

/// <summary>A group of cases: items of a select over view <c>t</c>, in SQL, each beside the calls of the API that say the same.</summary>
public sealed class CallTable(string group) : IEnumerable<CallCase>
{
    private readonly List<CallCase> _calls = [];

    public string Group { get; } = group;

    public void Add(string item, params Func<Column>[] calls) => _calls.Add(new CallCase($"SELECT {item} FROM t", calls));

    public IEnumerator<CallCase> GetEnumerator() => _calls.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
