using System.Text.Json.Serialization;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>JSON of operation parameters, without reflection.</summary>
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(string))]
internal sealed partial class DeltaJson : JsonSerializerContext;
