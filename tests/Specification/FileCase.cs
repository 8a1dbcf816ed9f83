using Microsoft.Spark.Sql;

namespace Specification;

/// <summary>Reads a file of Inputs with options, or writes a query with options and reads its lines back.</summary>
public static class FileCase
{
    public static DataFrame Ask(SparkSession session, string text, string scratch)
    {
        var parts = text.Split(" ¦ ");
        var head = parts[0].Split(' ');
        var options = parts.Skip(1).Select(part => part.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1] == "\\t" ? "\t" : pair[1]);
        return head[0] == "READ" ? Read(session, head[1], Path.Combine(GoldenFile.Root, "Inputs", head[2]), options) : Written(session, head[1], options, scratch);
    }

    private static DataFrame Read(SparkSession session, string format, string file, Dictionary<string, string> options)
    {
        var reader = session.Read().Format(format);
        if (options.Remove("schema", out var schema))
        {
            reader = reader.Schema(schema);
        }

        return reader.Options(options).Load(file);
    }

    private static DataFrame Written(SparkSession session, string format, Dictionary<string, string> options, string scratch)
    {
        options.Remove("query", out var query);
        var folder = Path.Combine(scratch, Guid.NewGuid().ToString("N"));
        session.Sql(query!).Coalesce(1).Write().Format(format).Options(options).Save(folder);
        return session.Read().Text(folder);
    }
}
