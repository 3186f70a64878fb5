namespace Alimenta.Law.Guidelines;

/// <summary>Something that the one who decides must find and write down for the result to stand, or must decide where the guideline stops.</summary>
/// <param name="Code">A stable name in capitals with dashes, such as OR-REBUTTAL; screens and orders key on it.</param>
/// <param name="Says">What must be found or decided, with its figures, in a whole sentence.</param>
/// <param name="Citation">Its place in the law.</param>
public sealed record GuidelineFinding(string Code, string Says, string Citation);

/// <summary>A parameter behind a result that no official text has confirmed.</summary>
/// <param name="Parameter">Its id.</param>
/// <param name="From">The first day on which the value holds.</param>
/// <param name="Value">The value in words.</param>
/// <param name="Status">How sure it is.</param>
/// <param name="Citation">Where it stands in the law.</param>
public sealed record ToConfirm(string Parameter, DateOnly From, string Value, LawStatus Status, string Citation);
