using System.Text;

namespace Microsoft.Spark.Sql;

/// <summary>Where Spark keeps the rows of a persisted data frame. In process an engine keeps them where it sees fit.</summary>
public sealed class StorageLevel
{
    /// <summary>Makes a level.</summary>
    /// <param name="useDisk">Whether rows may lie on disk.</param>
    /// <param name="useMemory">Whether rows may lie in memory.</param>
    /// <param name="useOffHeap">Whether that memory is outside the JVM's heap.</param>
    /// <param name="deserialized">Whether rows are kept as objects.</param>
    /// <param name="replication">On how many nodes.</param>
    public StorageLevel(bool useDisk, bool useMemory, bool useOffHeap, bool deserialized, int replication = 1)
    {
        UseDisk = useDisk;
        UseMemory = useMemory;
        UseOffHeap = useOffHeap;
        Deserialized = deserialized;
        Replication = replication;
    }

    /// <summary>Nowhere: not persisted.</summary>
    public static StorageLevel NONE { get; } = new(false, false, false, false);

    /// <summary>On disk.</summary>
    public static StorageLevel DISK_ONLY { get; } = new(true, false, false, false);

    /// <summary>On disk of two nodes.</summary>
    public static StorageLevel DISK_ONLY_2 { get; } = new(true, false, false, false, 2);

    /// <summary>In memory; what does not fit is computed anew.</summary>
    public static StorageLevel MEMORY_ONLY { get; } = new(false, true, false, true);

    /// <summary>As <see cref="MEMORY_ONLY"/>, on two nodes.</summary>
    public static StorageLevel MEMORY_ONLY_2 { get; } = new(false, true, false, true, 2);

    /// <summary>As <see cref="MEMORY_ONLY"/>, in serialized form.</summary>
    public static StorageLevel MEMORY_ONLY_SER { get; } = new(false, true, false, false);

    /// <summary>As <see cref="MEMORY_ONLY_SER"/>, on two nodes.</summary>
    public static StorageLevel MEMORY_ONLY_SER_2 { get; } = new(false, true, false, false, 2);

    /// <summary>In memory; what does not fit goes to disk. What <c>DataFrame.Cache</c> takes.</summary>
    public static StorageLevel MEMORY_AND_DISK { get; } = new(true, true, false, true);

    /// <summary>As <see cref="MEMORY_AND_DISK"/>, on two nodes.</summary>
    public static StorageLevel MEMORY_AND_DISK_2 { get; } = new(true, true, false, true, 2);

    /// <summary>As <see cref="MEMORY_AND_DISK"/>, in serialized form.</summary>
    public static StorageLevel MEMORY_AND_DISK_SER { get; } = new(true, true, false, false);

    /// <summary>As <see cref="MEMORY_AND_DISK_SER"/>, on two nodes.</summary>
    public static StorageLevel MEMORY_AND_DISK_SER_2 { get; } = new(true, true, false, false, 2);

    /// <summary>In memory outside the heap; what does not fit goes to disk.</summary>
    public static StorageLevel OFF_HEAP { get; } = new(true, true, true, false);

    /// <summary>Whether rows may lie on disk.</summary>
    public bool UseDisk { get; }

    /// <summary>Whether rows may lie in memory.</summary>
    public bool UseMemory { get; }

    /// <summary>Whether that memory is outside the JVM's heap.</summary>
    public bool UseOffHeap { get; }

    /// <summary>Whether rows are kept as objects.</summary>
    public bool Deserialized { get; }

    /// <summary>On how many nodes.</summary>
    public int Replication { get; }

    /// <summary>The level in words, such as <c>Disk Memory Deserialized 1x Replicated</c>.</summary>
    public string Description()
    {
        var text = new StringBuilder();
        text.Append(UseDisk ? "Disk " : "");
        text.Append(UseMemory ? UseOffHeap ? "Memory (off heap) " : "Memory " : "");
        text.Append(Deserialized ? "Deserialized " : "Serialized ");
        return text.Append(Replication).Append("x Replicated").ToString();
    }

    /// <summary>The level as Spark writes it: <c>StorageLevel(disk, memory, deserialized, 1 replicas)</c>.</summary>
    public override string ToString()
    {
        string[] parts = [UseDisk ? "disk" : "", UseMemory ? "memory" : "", UseOffHeap ? "offheap" : "", Deserialized ? "deserialized" : "", $"{Replication} replicas"];
        return $"StorageLevel({string.Join(", ", parts.Where(part => part.Length > 0))})";
    }

    /// <summary>Equal in all parts.</summary>
    public override bool Equals(object? obj) => obj is StorageLevel other && Parts == other.Parts;

    /// <inheritdoc/>
    public override int GetHashCode() => Parts.GetHashCode();

    private (bool Disk, bool Memory, bool OffHeap, bool Objects, int Nodes) Parts => (UseDisk, UseMemory, UseOffHeap, Deserialized, Replication);
}
