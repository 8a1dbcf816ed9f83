namespace DataPlatform.Delta;

/// <summary>What a condition may come to for the rows of a file: each flag is false only where no row comes to it.</summary>
internal readonly record struct Possible(bool True, bool False, bool Null)
{
    public static Possible Anything => new(true, true, true);

    public static Possible OnlyNull => new(false, false, true);

    public static Possible Of(bool? value) => new(value == true, value == false, value is null);

    public Possible And(Possible other) => new(True && other.True, False || other.False, Null || other.Null);

    public Possible Or(Possible other) => new(True || other.True, False && other.False, Null || other.Null);

    public Possible Not() => new(False, True, Null);

    public FileMatch ToMatch() => !True ? FileMatch.None : !False && !Null ? FileMatch.All : FileMatch.Some;
}
