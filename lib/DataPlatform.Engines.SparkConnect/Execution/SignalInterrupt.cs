using System.Runtime.InteropServices;
using DataPlatform.Engines.SparkConnect.Connections;

namespace DataPlatform.Engines.SparkConnect.Execution;

/// <summary>Ends on the server what a session runs, when the process is told to end; otherwise it would run on there for nobody.</summary>
internal sealed class SignalInterrupt(ConnectSession session) : IDisposable
{
    private readonly IReadOnlyList<PosixSignalRegistration> _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => session.InterruptAll()),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => session.InterruptAll()),
    ];

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }
}
