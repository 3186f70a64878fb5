namespace Alimenta.Bench;

/// <summary>Which way a figure should go.</summary>
public enum Better
{
    /// <summary>More is better.</summary>
    High,

    /// <summary>Less is better.</summary>
    Low,
}

/// <summary>What became of a goal.</summary>
public enum Verdict
{
    /// <summary>It has no bound, or was measured at a size to which the bound does not apply.</summary>
    NotJudged,

    /// <summary>Not even the floor is reached.</summary>
    Short,

    /// <summary>The floor is reached and the aim is not.</summary>
    FloorMet,

    /// <summary>The aim is reached.</summary>
    Met,
}

/// <summary>A goal of speed or size: one figure with its floor and its aim. The bounds stand here and nowhere else, and no run changes them.</summary>
/// <param name="Id">What it is called: P10 p50.</param>
/// <param name="Sentence">What is compared, in a sentence.</param>
/// <param name="Unit">Unit of the figure: %, x, bytes a line.</param>
/// <param name="Better">Which way it should go.</param>
/// <param name="Floor">The least that is acceptable; null: reported only.</param>
/// <param name="Aim">What we aim at.</param>
public sealed record Goal(string Id, string Sentence, string Unit, Better Better, double? Floor = null, double? Aim = null)
{
    /// <summary>What our side of the figure is measured in; empty where the figure says all.</summary>
    public string OursUnit { get; init; } = "";

    /// <summary>What it is compared with; empty: with nothing.</summary>
    public string Yardstick { get; init; } = "";

    /// <summary>Whether it counts what must not be at all: differences, faults, statements that go over a big table. One is enough to fail; a goal of speed is only met or short.</summary>
    public bool MustBeNone => Better == Better.Low && Floor is 0 && Aim is 0;

    /// <summary>Judges a figure.</summary>
    public Verdict Judge(double figure) => Floor is not { } floor || Aim is not { } aim ? Verdict.NotJudged
        : Reaches(figure, aim) ? Verdict.Met
        : Reaches(figure, floor) ? Verdict.FloorMet : Verdict.Short;

    private bool Reaches(double figure, double bound) => Better == Better.High ? figure >= bound : figure <= bound;
}

/// <summary>One measurement of a goal.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Figure">The figure that is judged.</param>
/// <param name="Ours">Our side of it, in its own unit.</param>
/// <param name="Yardstick">The same of the yardstick, measured beside it; null where there is none.</param>
public sealed record Sample(Goal Goal, double Figure, double Ours, double? Yardstick = null)
{
    /// <summary>A measurement whose figure is the whole of it.</summary>
    public static Sample Of(Goal goal, double figure) => new(goal, figure, figure);
}
