using System.Globalization;

namespace Alimenta.Kernel;

/// <summary>An amount of United States money in whole cents. May be negative. Arithmetic is checked: an overflow throws.</summary>
/// <param name="Cents">The amount in cents.</param>
public readonly record struct Money(long Cents) : IComparable<Money>
{
    /// <summary>No money.</summary>
    public static Money Zero => default;

    /// <summary>The amount of <paramref name="dollars"/> dollars and <paramref name="cents"/> cents; both have the same sign.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are 100 cents or more, or the signs differ.</exception>
    public static Money Of(long dollars, int cents = 0)
    {
        if (cents is < -99 or > 99 || (dollars > 0 && cents < 0) || (dollars < 0 && cents > 0))
            throw new ArgumentOutOfRangeException(nameof(cents), cents, "Cents run from 0 to 99 and have the sign of the dollars.");
        return new(checked(dollars * 100 + cents));
    }

    /// <summary>Whether the amount is exactly nothing.</summary>
    public bool IsZero => Cents == 0;

    /// <summary>Whether the amount is above nothing.</summary>
    public bool IsPositive => Cents > 0;

    /// <summary>Whether the amount is below nothing.</summary>
    public bool IsNegative => Cents < 0;

    /// <summary>The smaller of two amounts.</summary>
    public static Money Min(Money a, Money b) => a.Cents <= b.Cents ? a : b;

    /// <summary>The larger of two amounts.</summary>
    public static Money Max(Money a, Money b) => a.Cents >= b.Cents ? a : b;

    /// <summary>This amount, or nothing when it is negative.</summary>
    public Money OrZero => Cents < 0 ? Zero : this;

    /// <summary>The sum of two amounts.</summary>
    public static Money operator +(Money a, Money b) => new(checked(a.Cents + b.Cents));

    /// <summary>The difference of two amounts.</summary>
    public static Money operator -(Money a, Money b) => new(checked(a.Cents - b.Cents));

    /// <summary>The opposite amount.</summary>
    public static Money operator -(Money a) => new(checked(-a.Cents));

    /// <summary>Whether the left amount is below the right one.</summary>
    public static bool operator <(Money a, Money b) => a.Cents < b.Cents;

    /// <summary>Whether the left amount is above the right one.</summary>
    public static bool operator >(Money a, Money b) => a.Cents > b.Cents;

    /// <summary>Whether the left amount is at most the right one.</summary>
    public static bool operator <=(Money a, Money b) => a.Cents <= b.Cents;

    /// <summary>Whether the left amount is at least the right one.</summary>
    public static bool operator >=(Money a, Money b) => a.Cents >= b.Cents;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Cents.CompareTo(other.Cents);

    /// <summary>The share <paramref name="numerator"/> / <paramref name="denominator"/> of the amount, rounded half up (away from nothing) to the cent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is not positive.</exception>
    /// <exception cref="OverflowException">The share is no amount of money.</exception>
    public Money ShareHalfUp(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var product = (Int128)Cents * numerator;
        var (whole, rest) = Int128.DivRem(Int128.Abs(product), denominator);
        if (rest >= denominator - rest) whole++;
        return new(checked((long)(product < 0 ? -whole : whole)));
    }

    /// <summary>The share <paramref name="numerator"/> / <paramref name="denominator"/> of the amount with the part of a cent cut off (toward nothing).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is not positive.</exception>
    /// <exception cref="OverflowException">The share is no amount of money.</exception>
    public Money ShareDown(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        return new(checked((long)((Int128)Cents * numerator / denominator)));
    }

    /// <summary>Splits the amount in proportion to the weights; the parts add up to the amount to the cent.</summary>
    /// <remarks>Largest remainder: every part first gets its share with the part of a cent cut off; the cents left over go to the parts
    /// with the largest remainders, and between equal remainders to the one that stands first. No federal rule settles the last cent
    /// (our convention A3).</remarks>
    /// <param name="weights">Weights of at least nothing; their order settles ties.</param>
    /// <returns>One part for each weight, in the same order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount or a weight is negative, or no weight is above nothing while the amount is.</exception>
    public Money[] Apportion(IReadOnlyList<long> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfNegative(Cents);
        Int128 total = 0;
        foreach (var weight in weights)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight);
            total += weight;
        }

        var parts = new Money[weights.Count];
        if (Cents == 0) return parts;
        if (total == 0) throw new ArgumentOutOfRangeException(nameof(weights), "An amount cannot be split over weights that are all nothing.");

        var remainders = new Int128[weights.Count];
        var left = Cents;
        for (var i = 0; i < parts.Length; i++)
        {
            var product = (Int128)Cents * weights[i];
            var share = (long)(product / total);
            remainders[i] = product % total;
            parts[i] = new(share);
            left -= share;
        }

        if (left == 0) return parts;
        // Fewer cents are left than there are parts with a remainder, so a weight of nothing never gets one.
        var order = new int[parts.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => remainders[a] == remainders[b] ? a.CompareTo(b) : remainders[b].CompareTo(remainders[a]));
        for (var i = 0; i < left; i++) parts[order[i]] += new Money(1);
        return parts;
    }

    /// <summary>Reads an amount as people write it: digits with an optional dollar sign, correct thousands commas, a point and at most two decimals.</summary>
    /// <remarks>For forms and lists. A file format reads its own amounts: "0,50" may mean fifty cents elsewhere and is refused here.</remarks>
    /// <param name="text">The text; blanks around it are ignored.</param>
    /// <param name="amount">The amount, when the text is one.</param>
    /// <returns>Whether the text is an amount from 0.00 to 999,999,999.99.</returns>
    public static bool TryParse(string? text, out Money amount)
    {
        amount = default;
        var t = (text ?? "").Trim();
        if (t.StartsWith('$')) t = t[1..];
        var point = t.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? t : t[..point];
        var fraction = point < 0 ? "" : t[(point + 1)..];
        if (point >= 0 && fraction.Length is 0 or > 2) return false;
        if (whole.Contains(',', StringComparison.Ordinal))
        {
            var groups = whole.Split(',');
            if (groups[0].Length is 0 or > 3 || groups[0][0] == '0' || groups.Skip(1).Any(g => g.Length != 3)) return false;
            whole = string.Concat(groups);
        }

        if (whole.Length is 0 or > 9 || !whole.All(char.IsAsciiDigit) || !fraction.All(char.IsAsciiDigit)) return false;
        amount = new(long.Parse(whole, CultureInfo.InvariantCulture) * 100
            + (fraction.Length == 0 ? 0 : int.Parse(fraction.PadRight(2, '0'), CultureInfo.InvariantCulture)));
        return true;
    }

    /// <summary>The amount as people read it, such as $1,234.56 or -$0.10.</summary>
    public override string ToString()
    {
        var units = Cents < 0 ? unchecked((ulong)-Cents) : (ulong)Cents; // also right for the lowest amount there is
        return string.Create(CultureInfo.InvariantCulture, $"{(Cents < 0 ? "-" : "")}${units / 100:#,##0}.{(int)(units % 100):00}");
    }
}

/// <summary>Sums of money.</summary>
public static class MoneySums
{
    /// <summary>The sum of the amounts; nothing for none.</summary>
    public static Money Sum(this IEnumerable<Money> amounts)
    {
        var total = Money.Zero;
        foreach (var amount in amounts) total += amount;
        return total;
    }

    /// <summary>The sum of an amount of each item; nothing for none.</summary>
    public static Money Sum<T>(this IEnumerable<T> items, Func<T, Money> amount) => items.Select(amount).Sum();
}
