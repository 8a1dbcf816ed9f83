using DataPlatform.Engines.SparkConnect.Connections;

// Their properties are generated from the protocol.
namespace DataPlatform.Engines.SparkConnect.Protos;

internal sealed partial class AddArtifactsRequest : ISessionRequest;

internal sealed partial class AnalyzePlanRequest : ISessionRequest;

internal sealed partial class ArtifactStatusesRequest : ISessionRequest;

internal sealed partial class ConfigRequest : ISessionRequest;

internal sealed partial class ExecutePlanRequest : ISessionRequest;

internal sealed partial class FetchErrorDetailsRequest : ISessionRequest;

internal sealed partial class InterruptRequest : ISessionRequest;

internal sealed partial class ReattachExecuteRequest : ISessionRequest;

internal sealed partial class ReleaseExecuteRequest : ISessionRequest;
