using Microsoft.Spark.Sql;

namespace Specification;

/// <summary>A question in SQL, and the calls that each give the column it selects.</summary>
public sealed record CallCase(string Sql, IReadOnlyList<Func<Column>> Calls);
