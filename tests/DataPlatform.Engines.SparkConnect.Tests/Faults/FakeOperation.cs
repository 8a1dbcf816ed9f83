using DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Tests.Faults;

/// <summary>An operation that the fake server knows: its responses are made once, at its start, and given as often as asked.</summary>
internal sealed record FakeOperation(string Id, IReadOnlyList<ExecutePlanResponse> Responses)
{
    /// <summary>The position of the response after one that a client has.</summary>
    public int After(string? responseId) => responseId is null ? 0 : Responses.ToList().FindIndex(response => response.ResponseId == responseId) + 1;
}
