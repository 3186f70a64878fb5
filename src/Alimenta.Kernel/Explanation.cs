namespace Alimenta.Kernel;

/// <summary>Why a result is what it is: the steps of one rule, the parameters it read, and the rules it called. A by-product of deciding.</summary>
/// <remarks>Rules take <c>Explanation? why</c>; with null nothing is built, because C# does not evaluate the arguments of a call on null
/// (<c>why?.Step($"...")</c>). That is how a rule costs nothing extra in bulk.</remarks>
/// <param name="rule">The id of the rule, such as us/distribution.</param>
/// <param name="citation">The law behind the rule.</param>
public sealed class Explanation(string rule, string citation)
{
    private readonly List<ExplanationStep> _steps = [];
    private readonly List<ParameterRead> _parameters = [];
    private readonly List<Explanation> _children = [];

    /// <summary>The id of the rule.</summary>
    public string Rule { get; } = rule;

    /// <summary>The law behind the rule.</summary>
    public string Citation { get; } = citation;

    /// <summary>The steps in the order in which they were taken.</summary>
    public IReadOnlyList<ExplanationStep> Steps => _steps;

    /// <summary>The dated parameters that were read.</summary>
    public IReadOnlyList<ParameterRead> Parameters => _parameters;

    /// <summary>The explanations of the rules that this one called.</summary>
    public IReadOnlyList<Explanation> Children => _children;

    /// <summary>Adds a step: a plain sentence with its figures, and where it stands in the law.</summary>
    /// <param name="sentence">A whole sentence a parent could read.</param>
    /// <param name="citation">Its place in the law; empty for arithmetic.</param>
    /// <param name="part">The part of the result that this step decides, so that a screen can show only its steps; empty for all.</param>
    public Explanation Step(string sentence, string citation = "", string part = "")
    {
        _steps.Add(new(sentence, citation, part));
        return this;
    }

    /// <summary>Notes that a dated parameter was read.</summary>
    public void Read(ParameterRead parameter)
    {
        if (!_parameters.Contains(parameter)) _parameters.Add(parameter);
    }

    /// <summary>Begins the explanation of a rule that this one calls.</summary>
    public Explanation Child(string rule, string citation)
    {
        var child = new Explanation(rule, citation);
        _children.Add(child);
        return child;
    }
}

/// <summary>One step of an explanation.</summary>
/// <param name="Sentence">A whole sentence a parent could read.</param>
/// <param name="Citation">Its place in the law; empty for arithmetic.</param>
/// <param name="Part">The part of the result that it decides; empty for all.</param>
public sealed record ExplanationStep(string Sentence, string Citation, string Part);

/// <summary>A parameter as it was read: which, from which day it holds, its value, where it stands and how sure it is.</summary>
/// <param name="Id">Its id, such as us/fee/annual-amount.</param>
/// <param name="From">The first day on which the value holds.</param>
/// <param name="Value">The value in words.</param>
/// <param name="Citation">The law.</param>
/// <param name="Status">verified, secondary or unconfirmed.</param>
public sealed record ParameterRead(string Id, DateOnly From, string Value, string Citation, string Status);

/// <summary>A result with its explanation; the explanation is null when it was not asked for.</summary>
/// <typeparam name="T">The result.</typeparam>
/// <param name="Value">The result.</param>
/// <param name="Why">The explanation, when asked for.</param>
public readonly record struct Explained<T>(T Value, Explanation? Why);
