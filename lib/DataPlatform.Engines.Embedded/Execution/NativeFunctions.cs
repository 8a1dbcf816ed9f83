using System.Collections.Frozen;
using DataPlatform.Engines.Embedded.Natives;

namespace DataPlatform.Engines.Embedded.Execution;

/// <summary>All functions of ours in DuckDB, by name.</summary>
internal static class NativeFunctions
{
    private static readonly FrozenDictionary<string, NativeFunction> ByName =
        AllFunctions().ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>The function of a name; null where there is none.</summary>
    public static NativeFunction? Find(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<NativeFunction> AllFunctions() =>
    [
        .. DateFormatNatives.All,
        .. DateNatives.All,
        .. DeletionVectorNatives.All,
        .. DecimalNatives.All,
        .. JsonNatives.All,
        .. CsvNatives.All,
        .. NumberTextNatives.All,
        .. ValueTextNatives.All,
        .. DateTextNatives.All,
        .. WideDecimalNatives.All,
        .. RemainderNatives.All,
        .. StringNatives.All,
        .. TextDistanceNatives.All,
        .. EncodingNatives.All,
        .. MathNatives.All,
        .. RoundingNatives.All,
        .. BitNatives.All,
        .. IntervalTextNatives.All,
        .. RegexNatives.All,
        .. HashNatives.All,
        .. DigestNatives.All,
        .. FormattingNatives.All,
        .. UrlNatives.All,
    ];
}
