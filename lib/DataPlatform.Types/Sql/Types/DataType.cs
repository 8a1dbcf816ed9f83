namespace Microsoft.Spark.Sql.Types;

/// <summary>
/// The type of a column or of a part of one. Types are immutable and equal by value.
/// </summary>
/// <remarks>Names, JSON and DDL forms are those of Spark SQL; the JSON form is also what a Delta table's <c>schemaString</c> holds.</remarks>
public abstract record DataType
{
    private protected DataType()
    {
    }

    /// <summary>The name in JSON schemas: <c>integer</c>, <c>long</c>, <c>decimal(10,2)</c>, <c>struct</c>, …</summary>
    public abstract string TypeName { get; }

    /// <summary>The short form in DDL and messages: <c>int</c>, <c>bigint</c>, <c>array&lt;string&gt;</c>, …</summary>
    public virtual string SimpleString => TypeName;

    /// <summary>The JSON form, without white space; <see cref="ParseDataType"/> reads it back.</summary>
    public string Json => DataTypeJson.Write(this);

    /// <summary>Reads a type from its JSON form.</summary>
    /// <exception cref="DataPlatform.DataPlatformException"><c>INVALID_JSON_DATA_TYPE</c>: the text is no type.</exception>
    public static DataType ParseDataType(string json) => DataTypeJson.Read(json);

    /// <summary>Reads a type from DDL, such as <c>map&lt;string, decimal(10,2)&gt;</c>, or a column list, such as <c>a INT NOT NULL, b STRING</c>.</summary>
    /// <exception cref="DataPlatform.AnalysisException"><c>PARSE_SYNTAX_ERROR</c> or <c>UNSUPPORTED_DATATYPE</c>.</exception>
    public static DataType FromDdl(string ddl) => DdlParser.ParseDataTypeOrSchema(ddl);

    /// <summary>The type as DDL writes it in upper case: <c>INT</c>, <c>STRUCT&lt;a: INT NOT NULL&gt;</c>. Spark's <c>sql</c>.</summary>
    public virtual string Sql => SimpleString.ToUpperInvariant();

    /// <summary><see cref="SimpleString"/>.</summary>
    public sealed override string ToString() => SimpleString;
}
