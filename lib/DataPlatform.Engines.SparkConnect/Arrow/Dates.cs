using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Days since 1970-01-01 as <see cref="Date"/>. Rows share the objects of recent days: a column has few different ones.</summary>
internal readonly struct Dates : ICodec<int>
{
    // About 22 years without two days in one place. Threads may overwrite each other's entries; every entry is whole.
    private const int Places = 8192;

    private static readonly Date?[] Recent = new Date?[Places];

    public object Decode(int stored)
    {
        ref var place = ref Recent[stored & (Places - 1)];
        var date = place;
        if (date is null || date.EpochDay != stored)
        {
            place = date = Date.FromEpochDay(stored);
        }

        return date;
    }

    public int Encode(object value) => ((Date)value).EpochDay;
}
