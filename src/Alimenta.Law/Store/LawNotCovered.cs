namespace Alimenta.Law;

/// <summary>A parameter was read that does not exist, or on a day for which no value of it is known. The nearest value is never taken instead.</summary>
/// <remarks>Callers at the edge turn it into a refusal with <see cref="ToRefusal"/>.</remarks>
#pragma warning disable CA1710 // the field's own words; it is thrown, caught and shown under this name
public sealed class LawNotCovered : Exception
#pragma warning restore CA1710
{
    internal LawNotCovered(string id, DateOnly date, string policy, string citation, DatePeriod? covered)
        : base($"{id} is not covered on {Days.Words(date)} under policy {policy}: {Held(covered)}")
    {
        Id = id;
        Date = date;
        Policy = policy;
        Citation = citation;
        Covered = covered;
    }

    /// <summary>The code of the refusal.</summary>
    public const string Code = "L-NOT-COVERED";

    /// <summary>The id that was asked for.</summary>
    public string Id { get; }

    /// <summary>The law date.</summary>
    public DateOnly Date { get; }

    /// <summary>The policy under which it was read.</summary>
    public string Policy { get; }

    /// <summary>The parameter's place in the law; empty when there is no such parameter.</summary>
    public string Citation { get; }

    /// <summary>The days that are covered; null when there is no such parameter.</summary>
    public DatePeriod? Covered { get; }

    /// <summary>The lawful no for a person.</summary>
    public Refusal ToRefusal() => new(
        Code,
        $"The law on {Id} is not recorded for {Days.Words(Date)} under policy {Policy}: {Held(Covered)}",
        "Choose a date that is covered, or add the value with its citation to the law tree (docs/law/README.md).",
        Citation);

    private static string Held(DatePeriod? covered) => covered is { } days ? $"it is recorded {days}." : "no such parameter is recorded.";
}
