namespace Alimenta.Kernel;

/// <summary>A lawful no: something that the law or the office does not allow now. A value, not an exception.</summary>
/// <param name="Code">A stable code such as R-RECEIPT-TAKEN.</param>
/// <param name="What">What is wrong, in words for a person; no protected data beyond what the asker gave.</param>
/// <param name="Remedy">What to do next.</param>
/// <param name="Citation">The law or rule behind it, or empty.</param>
/// <param name="Field">The field of the request at fault, or empty.</param>
public sealed record Refusal(string Code, string What, string Remedy, string Citation = "", string Field = "")
{
    /// <inheritdoc/>
    public override string ToString() => $"{Code}  {What} {Remedy}{(Citation.Length > 0 ? $" ({Citation})" : "")}";
}

/// <summary>Either a result or a refusal.</summary>
/// <typeparam name="T">The result.</typeparam>
public readonly record struct Outcome<T>
{
    private readonly T? _value;
    private readonly bool _ok;

    private Outcome(T? value, Refusal? refusal) => (_value, _ok, Refusal) = (value, refusal is null, refusal);

    /// <summary>The refusal, or null when there is a result.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether there is a result. An outcome that nobody decided (the default) has none.</summary>
    public bool Ok => _ok;

    /// <summary>The result.</summary>
    /// <exception cref="InvalidOperationException">It was refused, or nobody decided it.</exception>
    public T Value => _ok ? _value! : throw new InvalidOperationException(ToString());

    /// <summary>A result.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static implicit operator Outcome<T>(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return new(default, refusal);
    }

    /// <summary>The result or the refusal in words.</summary>
    public override string ToString() => _ok ? _value?.ToString() ?? "" : Refusal?.ToString() ?? "Nobody decided this outcome.";
}
