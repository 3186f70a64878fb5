using System.Text.Json.Nodes;
using Alimenta.Law.Guidelines;
using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator;

/// <summary>What kind of answer a question wants, and how it becomes a fact.</summary>
public enum AnswerKind
{
    /// <summary>Dollars and cents; the fact is in cents.</summary>
    Money,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A number with up to two decimals; the fact is in hundredths.</summary>
    Hundredths,

    /// <summary>A percentage; the fact is in millionths.</summary>
    Percent,

    /// <summary>A day in three parts.</summary>
    Date,

    /// <summary>A few words.</summary>
    Text,

    /// <summary>A reason in sentences.</summary>
    Reason,

    /// <summary>One of a few, all in sight.</summary>
    Choice,

    /// <summary>One of many, from a list.</summary>
    Pick,

    /// <summary>Yes when ticked.</summary>
    Check,

    /// <summary>When ticked, a group of facts is there, even with nothing in it.</summary>
    Group,

    /// <summary>Any of several.</summary>
    Several,

    /// <summary>Any of the children that were named before.</summary>
    Children,
}

/// <summary>Something that a step asks: a question, or rows of questions.</summary>
public abstract record Ask;

/// <summary>One question.</summary>
/// <param name="Path">The fact that it fills, as refusals of the rule name it; in a row, the member of its item. Names that begin with an underscore are no facts.</param>
/// <param name="Kind">What kind of answer it wants.</param>
/// <param name="Label">What is asked.</param>
public sealed record Question(string Path, AnswerKind Kind, Phrase Label) : Ask
{
    /// <summary>What helps to answer.</summary>
    public Phrase Hint { get; init; } = Phrase.None;

    /// <summary>What may be chosen.</summary>
    public IReadOnlyList<(string Value, Phrase Label)> Options { get; init; } = [];

    /// <summary>What is chosen at first where always one thing is chosen. Such an answer makes no row and no group of facts by itself.</summary>
    public string Preset { get; init; } = "";

    /// <summary>In rows: whether the name is a letter at first, A for the first row.</summary>
    public bool Lettered { get; init; }

    /// <summary>Whether the rule can do without an answer.</summary>
    public bool Optional { get; init; }

    /// <summary>What stands there at first in a row.</summary>
    public string PresetAt(int row) => Lettered ? ((char)('A' + row)).ToString() : Preset;
}

/// <summary>Questions that are asked for each of several things: children, incomes, plans.</summary>
/// <param name="Path">The list of facts that it fills.</param>
/// <param name="Title">What one row is about; its number follows where there may be several.</param>
/// <param name="Cells">What is asked of each.</param>
public sealed record Rows(string Path, Phrase Title, IReadOnlyList<Question> Cells) : Ask
{
    /// <summary>How many rows are there at first.</summary>
    public int Shown { get; init; } = 1;

    /// <summary>How many there may be.</summary>
    public int Most { get; init; } = 8;

    /// <summary>For one item of a known kind, its name among the items; empty for any items.</summary>
    public string Key { get; init; } = "";

    /// <summary>What is the same in each item and not asked.</summary>
    public IReadOnlyList<(string Path, string Value)> Fixed { get; init; } = [];

    /// <summary>Its name in the form.</summary>
    public string Name => Key.Length == 0 ? Path : $"{Path}.{Key}";

    /// <summary>The name of a cell in the form.</summary>
    public string NameOf(int row, Question cell) => $"{Name}[{row}].{cell.Path}";

    /// <summary>The field that carries how many rows are there.</summary>
    public string CountField => $"rows:{Name}";
}

/// <summary>Questions that stand together.</summary>
/// <param name="Title">Their heading; none where the step's is enough.</param>
/// <param name="Asks">What is asked.</param>
public sealed record Section(Phrase Title, IReadOnlyList<Ask> Asks)
{
    /// <summary>What is said before the questions.</summary>
    public Phrase Lead { get; init; } = Phrase.None;

    /// <summary>Whether few people need it, so that it is folded up at first.</summary>
    public bool Folded { get; init; }
}

/// <summary>One step of the way.</summary>
/// <param name="Id">Its name in the form.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Sections">What it asks.</param>
public sealed record Step(string Id, Phrase Title, IReadOnlyList<Section> Sections)
{
    /// <summary>What is said before the questions.</summary>
    public Phrase Lead { get; init; } = Phrase.None;

    /// <summary>All that it asks.</summary>
    public IEnumerable<Ask> Asks => Sections.SelectMany(s => s.Asks);
}

/// <summary>The way through the calculator of a state: its own questions in its own order.</summary>
/// <param name="State">The guideline.</param>
/// <param name="Steps">The steps; the first is about the reader and the law date.</param>
public sealed record Flow(GuidelineRules State, IReadOnlyList<Step> Steps)
{
    /// <summary>Facts of a family that the rule can always calculate, to learn whether a law date is covered before anything is asked.</summary>
    public required string Probe { get; init; }

    /// <summary>Plain words for what the rule refuses, by its code, or by its code and the end of the field at fault.</summary>
    public required IReadOnlyDictionary<string, Phrase> Refusals { get; init; }

    /// <summary>Pictures of how the result moves, for the facts of a family.</summary>
    public required Func<JsonObject, IReadOnlyList<Curve>> Curves { get; init; }

    /// <summary>What is said below the pictures, such as why one is missing.</summary>
    public Phrase PicturesNote { get; init; } = Phrase.None;

    /// <summary>What of the state a reader should know before beginning.</summary>
    public Phrase Note { get; init; } = Phrase.None;

    /// <summary>The flow of a state; null when there is none.</summary>
    public static Flow? Of(string state) => state switch
    {
        "or" => Flows.OregonFlow.Flow,
        "ny" => Flows.NewYorkFlow.Flow,
        "ia" => Flows.IowaFlow.Flow,
        _ => null,
    };

    /// <summary>The place of a step; -1 when there is none of this name.</summary>
    public int IndexOf(string step)
    {
        for (var i = 0; i < Steps.Count; i++)
            if (Steps[i].Id == step) return i;
        return -1;
    }

    /// <summary>The step that asks for a field of the form; -1 when none does.</summary>
    public int StepOf(string field)
    {
        for (var i = 0; i < Steps.Count; i++)
            if (Steps[i].Asks.Any(a => a is Question q ? q.Path == field : a is Rows r && field.StartsWith(r.Name + "[", StringComparison.Ordinal))) return i;
        return -1;
    }

    /// <summary>The question behind a field of the form; null when there is none.</summary>
    public Question? QuestionOf(string field) =>
        Steps.SelectMany(s => s.Asks).Select(a => a is Question q ? (q.Path == field ? q : null)
            : a is Rows r && field.StartsWith(r.Name + "[", StringComparison.Ordinal) ? r.Cells.FirstOrDefault(c => field.EndsWith("]." + c.Path, StringComparison.Ordinal)) : null).FirstOrDefault(q => q is not null);
}
