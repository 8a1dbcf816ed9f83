using DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Connections;

/// <summary>A request that names its session; <see cref="ConnectSession.Addressed"/> fills that in. Only the release of a session is none: it does not say what the server was seen to be.</summary>
internal interface ISessionRequest
{
    string SessionId { get; set; }

    UserContext UserContext { get; set; }

    string ClientType { get; set; }

    /// <summary>The server's own id of the session as of its last answer: a server on which it is another refuses the request.</summary>
    string ClientObservedServerSideSessionId { get; set; }
}
