using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Functions that choose among their arguments.</summary>
internal static class ConditionalFunctions
{
    public static IReadOnlyList<Function> Rows { get; } =
    [
        Scalar("coalesce", [Parameter.Common], SameAs(0), "COALESCE({*})", variadic: true, nullable: args => args.All(a => a.IsNullable)),
    ];
}
