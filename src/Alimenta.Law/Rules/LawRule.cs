using System.Text.Json;
using System.Text.Json.Nodes;

namespace Alimenta.Law.Rules;

/// <summary>A rule of the law that can be called with facts as JSON.</summary>
public interface ILawRule
{
    /// <summary>Its id, such as us/allocation.</summary>
    string Id { get; }

    /// <summary>What it decides, in one sentence.</summary>
    string Says { get; }

    /// <summary>Its place in the law.</summary>
    string Citation { get; }

    /// <summary>The type of its facts.</summary>
    Type Facts { get; }

    /// <summary>The type of its result.</summary>
    Type Result { get; }

    /// <summary>Decides; the facts have been checked.</summary>
    /// <param name="law">The law on a day under a policy.</param>
    /// <param name="facts">Facts in which <see cref="FactsCheck"/> found no fault.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    Outcome<JsonNode> Eval(LawOn law, JsonElement facts, Explanation? why);
}

/// <summary>A rule of the law: facts and the law of a day in, a result or a lawful no out.</summary>
/// <typeparam name="TFacts">What it wants to know.</typeparam>
/// <typeparam name="TResult">What it decides.</typeparam>
/// <param name="id">Its id, such as us/allocation.</param>
/// <param name="says">What it decides, in one sentence.</param>
/// <param name="citation">Its place in the law.</param>
/// <param name="decide">The rule itself. With null for the explanation it does the same at no extra cost.</param>
public sealed class LawRule<TFacts, TResult>(string id, string says, string citation, Func<LawOn, TFacts, Explanation?, Outcome<TResult>> decide) : ILawRule
    where TFacts : notnull
    where TResult : notnull
{
    /// <inheritdoc/>
    public string Id => id;

    /// <inheritdoc/>
    public string Says => says;

    /// <inheritdoc/>
    public string Citation => citation;

    /// <inheritdoc/>
    public Type Facts => typeof(TFacts);

    /// <inheritdoc/>
    public Type Result => typeof(TResult);

    /// <summary>Decides on facts that are already objects.</summary>
    public Outcome<TResult> Decide(LawOn law, TFacts facts, Explanation? why = null) => decide(law, facts, why);

    /// <inheritdoc/>
    public Outcome<JsonNode> Eval(LawOn law, JsonElement facts, Explanation? why)
    {
        var outcome = decide(law, facts.Deserialize<TFacts>(LawJson.Options)!, why);
        return outcome.Refusal is { } refusal ? refusal : JsonSerializer.SerializeToNode(outcome.Value, LawJson.Options)!;
    }
}
