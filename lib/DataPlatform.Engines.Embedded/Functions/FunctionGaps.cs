using System.Collections.Frozen;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Functions that Spark has and this engine refuses by name, each with the reason: <em>ours to do</em>, or <em>never, because …</em>.</summary>
internal static class FunctionGaps
{
    private static readonly FrozenDictionary<string, string> Reasons = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["approx_top_k"] = "ours to do",
        ["bitmap_and_agg"] = "ours to do",
        ["bitmap_construct_agg"] = "ours to do",
        ["bitmap_or_agg"] = "ours to do",
        ["count_min_sketch"] = "never, because its bytes are those of a Java library",
        ["current_path"] = "ours to do",
        ["current_time"] = "ours to do: the engine has no times of day",
        ["from_avro"] = "ours to do",
        ["from_xml"] = "ours to do",
        ["histogram_numeric"] = "ours to do",
        ["hll_sketch_agg"] = "never, because its bytes are those of a Java library",
        ["hll_sketch_estimate"] = "never, because its bytes are those of a Java library",
        ["hll_union"] = "never, because its bytes are those of a Java library",
        ["hll_union_agg"] = "never, because its bytes are those of a Java library",
        ["is_valid_variant"] = "ours to do: the engine has no variants",
        ["is_variant_null"] = "ours to do: the engine has no variants",
        ["kll_sketch_agg_bigint"] = "never, because its bytes are those of a Java library",
        ["make_interval"] = "ours to do: the engine has no intervals of both months and days",
        ["make_time"] = "ours to do: the engine has no times of day",
        ["parse_json"] = "ours to do: the engine has no variants",
        ["schema_of_avro"] = "ours to do",
        ["schema_of_variant"] = "ours to do: the engine has no variants",
        ["schema_of_variant_agg"] = "ours to do: the engine has no variants",
        ["schema_of_xml"] = "ours to do",
        ["theta_sketch_agg"] = "never, because its bytes are those of a Java library",
        ["theta_union_agg"] = "never, because its bytes are those of a Java library",
        ["time"] = "ours to do: the engine has no times of day",
        ["time_trunc"] = "ours to do: the engine has no times of day",
        ["to_avro"] = "ours to do",
        ["to_time"] = "ours to do: the engine has no times of day",
        ["to_variant_object"] = "ours to do: the engine has no variants",
        ["to_xml"] = "ours to do",
        ["try_make_interval"] = "ours to do: the engine has no intervals of both months and days",
        ["try_parse_json"] = "ours to do: the engine has no variants",
        ["try_to_time"] = "ours to do: the engine has no times of day",
        ["try_variant_get"] = "ours to do: the engine has no variants",
        ["variant_explode"] = "ours to do: the engine has no variants",
        ["variant_explode_outer"] = "ours to do: the engine has no variants",
        ["variant_get"] = "ours to do: the engine has no variants",
        ["xpath"] = "ours to do",
        ["java_method"] = "never, because there is no JVM in process",
        ["reflect"] = "never, because there is no JVM in process",
        ["try_reflect"] = "never, because there is no JVM in process",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Families of functions that share a reason, by how their names begin.
    private static readonly (string Prefix, string Reason)[] Families =
    [
        ("aes_", "ours to do"),
        ("try_aes_", "ours to do"),
        ("approx_top_k", "ours to do"),
        ("collate", "ours to do: text is compared by its bytes"),
        ("collations", "ours to do: text is compared by its bytes"),
        ("from_protobuf", "ours to do"),
        ("input_file_block_", "never, because files are not read in blocks"),
        ("kll_", "never, because its bytes are those of a Java library"),
        ("measure", "ours to do"),
        ("python_worker_logs", "never, because there are no Python workers"),
        ("randstr", "never, because its values come from Spark's own random numbers"),
        ("sentences", "ours to do: words and sentences as Java finds them"),
        ("sql_keywords", "ours to do"),
        ("st_", "ours to do: the engine has no shapes"),
        ("theta_", "never, because its bytes are those of a Java library"),
        ("to_number", "ours to do"),
        ("to_varchar", "ours to do"),
        ("try_to_number", "ours to do"),
        ("time_", "ours to do: the engine has no times of day"),
        ("to_protobuf", "ours to do"),
        ("tuple_", "never, because its bytes are those of a Java library"),
        ("uniform", "never, because its values come from Spark's own random numbers"),
        ("vector_", "ours to do"),
        ("version", "never, because there is no Spark that has one"),
        ("xpath", "ours to do"),
    ];

    /// <summary>Why the engine does not have a function of Spark's; null where it has it, or Spark has not.</summary>
    public static string? ReasonFor(string name) => Reasons.GetValueOrDefault(name) ??
        Families.FirstOrDefault(family => name.StartsWith(family.Prefix, StringComparison.OrdinalIgnoreCase)).Reason;
}
