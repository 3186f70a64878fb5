namespace Alimenta.Ledger;

/// <summary>An entry: lines that stand or fall together. Never changed or deleted; a correction is a further entry under the same key.</summary>
/// <remarks>Each posting under one key counts the version up by one: posted 1, reversed 2, posted anew 3. So one piece of work cannot be posted twice.</remarks>
/// <param name="Kind">What was done, one of <see cref="EntryKinds"/>.</param>
/// <param name="Key">The natural key of what was done, such as C:2026-11:26-104-00731-4/1. Made of natural keys only, never of row numbers.</param>
/// <param name="Version">Counts the entries under the key from 1.</param>
/// <param name="EffectiveOn">The day from which it counts in law.</param>
/// <param name="Lines">The lines.</param>
public sealed record Entry(string Kind, string Key, int Version, DateOnly EffectiveOn, IReadOnlyList<Line> Lines)
{
    /// <summary>The version under the same key that this entry takes back, or null.</summary>
    public int? Reverses { get; init; }

    /// <summary>Why, in words and natural keys; part of the content that the hash covers.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Derived detail for screens (rule, basis, balance before). It can be made again, so the hash does not cover it.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The accounting circle in which it was posted; 0 where there is none. Circles grow together, so the hash does not cover it.</summary>
    public long CircleId { get; init; }

    /// <summary>The case that it is about, when it is about one.</summary>
    public long? CaseId { get; init; }

    /// <summary>The receipt that it is about, when it is about one.</summary>
    public long? ReceiptId { get; init; }

    /// <summary>The entry that takes this one back: the next version, with every line turned round.</summary>
    /// <param name="on">The day on which the reversal counts; give the entry's own day to undo it as if it had never been.</param>
    /// <param name="reason">Why.</param>
    public Entry Reversal(DateOnly on, string reason) => this with
    {
        Version = Version + 1,
        Reverses = Version,
        EffectiveOn = on,
        Reason = reason,
        Detail = "",
        Lines = [.. Lines.Select(line => line.Reversed())],
    };

    /// <summary>Makes sure that the entry may be posted.</summary>
    /// <returns>The entry itself.</returns>
    /// <exception cref="LedgerException">It has no lines, a line of nothing, a line that lacks what its account needs, or does not sum to zero in a book.</exception>
    public Entry Check()
    {
        if (Kind.Length == 0 || Key.Length == 0) throw new LedgerException($"An entry needs a kind and a key; this one has '{Kind}' and '{Key}'.");
        if (Version < 1) throw new LedgerException($"Entry {Key} has version {Version}; versions count from 1.");
        if (Reverses >= Version) throw new LedgerException($"Entry {Key} version {Version} cannot reverse version {Reverses}.");
        if (Lines.Count == 0) throw new LedgerException($"Entry {Key} version {Version} has no lines.");
        Money debt = default, custody = default;
        foreach (var line in Lines)
        {
            if (line.Amount.IsZero) throw new LedgerException($"Entry {Key} version {Version} has a line of nothing on {line.Account}.");
            var missing = line.Account.Needs & ~line.Says;
            if (missing != 0) throw new LedgerException($"Entry {Key} version {Version} has a line on {line.Account} that does not name its {missing}.");
            if (line.Book == Book.Debt) debt += line.Amount;
            else custody += line.Amount;
        }

        if (!debt.IsZero) throw new LedgerException($"Entry {Key} version {Version} does not balance in the debt book: it is off by {debt}.");
        if (!custody.IsZero) throw new LedgerException($"Entry {Key} version {Version} does not balance in the custody book: it is off by {custody}.");
        return this;
    }
}

/// <summary>A broken promise of the ledger. Work stops; nothing is posted.</summary>
public sealed class LedgerException : Exception
{
    /// <summary>A broken promise without words.</summary>
    public LedgerException()
    {
    }

    /// <summary>A broken promise.</summary>
    public LedgerException(string message)
        : base(message)
    {
    }

    /// <summary>A broken promise with its cause.</summary>
    public LedgerException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
