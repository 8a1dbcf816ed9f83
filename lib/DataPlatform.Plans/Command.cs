namespace DataPlatform.Plans;

/// <summary>What is to be done, as data: something with an effect. Immutable and equal by value.</summary>
public abstract record Command
{
    private protected Command()
    {
    }
}
