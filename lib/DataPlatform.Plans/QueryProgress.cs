namespace DataPlatform.Plans;

/// <summary>How far a running query or command has come. Numbers grow while it runs: stages become known one after another.</summary>
/// <param name="OperationId">Which one it is.</param>
/// <param name="Stages">How many stages are known.</param>
/// <param name="CompletedStages">How many of them are done.</param>
/// <param name="Tasks">How many tasks these stages have.</param>
/// <param name="CompletedTasks">How many of them are done.</param>
/// <param name="RunningTasks">How many run now.</param>
/// <param name="InputBytes">How many bytes were read from sources.</param>
/// <param name="Elapsed">Time since the start.</param>
public sealed record QueryProgress(
    string OperationId, int Stages, int CompletedStages, long Tasks, long CompletedTasks, long RunningTasks, long InputBytes, TimeSpan Elapsed);
