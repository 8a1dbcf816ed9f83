namespace DataPlatform.Pipelines;

/// <summary>A Delta table of the lake: a name and the folder that it is kept in. Whether it is there yet is not said.</summary>
/// <param name="Identifier">Layer and name, such as <c>silver/flights</c>: what reports, errors and ops tables call it.</param>
/// <param name="Path">The folder.</param>
public sealed record LakeTable(string Identifier, string Path)
{
    /// <summary>The table beside this one that keeps its refused rows: <c>&lt;name&gt;_quarantine</c>.</summary>
    public LakeTable Quarantine => new($"{Identifier}_quarantine", $"{Path}_quarantine");

    /// <summary>The identifier.</summary>
    public override string ToString() => Identifier;
}
