using DataPlatform;
using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

/// <summary>Writes a data frame to one named table, columns matched by name; what happens is said by the method that writes, at once.</summary>
public sealed class DataFrameWriterV2
{
    private readonly DataFrame _rows;
    private readonly string _table;
    private readonly OptionList _options = new();
    private readonly OptionList _properties = new();
    private string? _provider;
    private ValueList<Expression> _partitionedBy = [];

    internal DataFrameWriterV2(DataFrame rows, string table)
    {
        _rows = rows;
        _table = table ?? throw new ArgumentNullException(nameof(table));
    }

    /// <summary>Sets the format of a table made anew, such as <c>delta</c>.</summary>
    public DataFrameWriterV2 Using(string provider)
    {
        _provider = provider ?? throw new ArgumentNullException(nameof(provider));
        return this;
    }

    /// <summary>Sets a writer's option; one of that name (case aside) is replaced.</summary>
    public DataFrameWriterV2 Option(string key, string value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <summary>Sets an option to <c>true</c> or <c>false</c>.</summary>
    public DataFrameWriterV2 Option(string key, bool value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <summary>Sets an option to a whole number.</summary>
    public DataFrameWriterV2 Option(string key, long value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <summary>Sets an option to a number, written without regard to culture.</summary>
    public DataFrameWriterV2 Option(string key, double value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <summary>Sets several options.</summary>
    public DataFrameWriterV2 Options(Dictionary<string, string> options)
    {
        _options.Set(options);
        return this;
    }

    /// <summary>Sets a property of a table made anew, such as <c>delta.appendOnly</c>.</summary>
    public DataFrameWriterV2 TableProperty(string property, string value)
    {
        _properties.Set(property, value);
        return this;
    }

    /// <summary>
    /// Sets the partition columns of a table made anew: columns, or <see cref="Functions.Years"/>, <see cref="Functions.Bucket(int, Column)"/>, … of
    /// one.
    /// </summary>
    public DataFrameWriterV2 PartitionedBy(Column column, params Column[] columns)
    {
        _partitionedBy = [column.Expression, .. columns.Select(c => c.Expression)];
        return this;
    }

    /// <summary>Makes the table.</summary>
    /// <exception cref="AnalysisException"><c>TABLE_OR_VIEW_ALREADY_EXISTS</c>.</exception>
    public void Create() => Run(WriteModeV2.Create);

    /// <summary>Replaces a table that is there, definition and all.</summary>
    /// <exception cref="AnalysisException"><c>TABLE_OR_VIEW_NOT_FOUND</c>.</exception>
    public void Replace() => Run(WriteModeV2.Replace);

    /// <summary>Makes the table, or replaces it, definition and all.</summary>
    public void CreateOrReplace() => Run(WriteModeV2.CreateOrReplace);

    /// <summary>Adds rows to a table that is there.</summary>
    /// <exception cref="AnalysisException"><c>TABLE_OR_VIEW_NOT_FOUND</c>, or the columns do not fit.</exception>
    public void Append() => Run(WriteModeV2.Append);

    /// <summary>Replaces the rows that fulfil a condition, in one commit.</summary>
    /// <exception cref="AnalysisException"><c>TABLE_OR_VIEW_NOT_FOUND</c>, or the columns do not fit.</exception>
    public void Overwrite(Column condition) => Run(WriteModeV2.Overwrite, condition.Expression);

    /// <summary>Replaces the partitions that the rows are in, in one commit.</summary>
    /// <exception cref="AnalysisException"><c>TABLE_OR_VIEW_NOT_FOUND</c>, or the columns do not fit.</exception>
    public void OverwritePartitions() => Run(WriteModeV2.OverwritePartitions);

    private void Run(WriteModeV2 mode, Expression? condition = null) => _rows.Session.Engine.Execute(new WriteOperationV2(
        _rows.Plan, _table, mode, _provider, _partitionedBy, _options.ToValueList(), _properties.ToValueList(), condition));
}
