namespace DataPlatform.Pipelines;

/// <summary>What a delivered file says about keys that are not in it.</summary>
public enum DeliveryKind
{
    /// <summary>Nothing: it holds some keys, and others stay as they are.</summary>
    Partial,

    /// <summary>They are gone: each file holds every key that there is.</summary>
    Full,
}
