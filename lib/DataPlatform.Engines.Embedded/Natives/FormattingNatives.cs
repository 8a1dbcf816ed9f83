using System.Globalization;
using System.Text;
using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Numbers and texts in formats.</summary>
internal static class FormattingNatives
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        NativeFunction.Of<string, string, string>("spark_format_string", (format, packed) => JavaFormatter.Format(format, FormatArgument.Read(packed))).OrFails(),
        NativeFunction.Of<double, int, string?>("spark_format_double", (value, digits) => Pattern(digits)?.Format(value)),
        NativeFunction.Of<string, int, string?>("spark_format_decimal", (value, digits) => Pattern(digits)?.Format(Parse(value), value.StartsWith('-'))),
        NativeFunction.Of<double, string, string>("spark_format_double_as", (value, pattern) => DecimalPattern.Of(pattern).Format(value)).OrFails(),
        NativeFunction.Of<string, string, string>("spark_format_decimal_as", (value, pattern) => DecimalPattern.Of(pattern).Format(Parse(value), value.StartsWith('-'))).OrFails(),
    ];

    private static DecimalPattern? Pattern(int digits) => digits < 0
        ? null
        : DecimalPattern.Of(digits == 0 ? "#,##0" : string.Create(CultureInfo.InvariantCulture, $"#,##0.{new string('0', digits)}"));

    private static JavaDecimal Parse(string text) => JavaDecimal.Parse(Encoding.ASCII.GetBytes(text));
}
