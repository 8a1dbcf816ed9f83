namespace DataPlatform.Engines.Embedded.Sources.Csv;

/// <summary>The records of CSV files.</summary>
internal sealed class CsvRecords(IReadOnlyList<string> files, CsvOptions options)
{
    /// <summary>Every record with the position of its file; the header of each file is no record.</summary>
    public IEnumerable<(int File, string Text, string?[] Fields)> Read(Action<int, string?[]>? header = null)
    {
        var tokenizer = new CsvTokenizer(options);
        for (var file = 0; file < files.Count; file++)
        {
            var first = options.HasHeader;
            foreach (var record in Texts(tokenizer, files[file]))
            {
                var fields = tokenizer.Split(record);
                CheckCount(files[file], fields.Length, options);
                if (first)
                {
                    first = false;
                    header?.Invoke(file, fields);
                    continue;
                }

                yield return (file, record, fields);
            }
        }
    }

    /// <summary>The fields of the first record, header or not; null where there is none.</summary>
    public string?[]? First()
    {
        var tokenizer = new CsvTokenizer(options);
        return files.SelectMany(file => Texts(tokenizer, file).Take(1)).Select(tokenizer.Split).FirstOrDefault();
    }

    /// <summary>Refuses a record of more fields than the option <c>maxColumns</c> allows.</summary>
    /// <exception cref="DataPlatformException"><c>MALFORMED_CSV_RECORD</c>.</exception>
    public static void CheckCount(string place, int count, CsvOptions options)
    {
        if (count > options.MaxColumns)
        {
            throw new DataPlatformException("MALFORMED_CSV_RECORD", $"A record of {place} has {count} fields; maxColumns allows {options.MaxColumns}.");
        }
    }

    private IEnumerable<string> Texts(CsvTokenizer tokenizer, string file)
    {
        string? open = null;
        foreach (var line in TextFiles.Lines(file, options.Encoding, options.LineSeparator))
        {
            if (open is null && tokenizer.IsSkipped(line))
            {
                continue;
            }

            var record = open is null ? line : $"{open}\n{line}";
            if (options.MultiLine && tokenizer.IsOpen(record))
            {
                open = record;
                continue;
            }

            open = null;
            yield return record;
        }

        if (open is not null)
        {
            yield return open;
        }
    }
}
