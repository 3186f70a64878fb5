namespace Alimenta.Law.Federal.Withholding;

/// <summary>Money in equal parts over claims, none above its claim; cents that cannot be divided go to the claims that stand first.</summary>
public static class EqualParts
{
    /// <summary>The parts; they add up to the amount or, when that is less, to the claims.</summary>
    /// <param name="amount">At least nothing.</param>
    /// <param name="claims">Each at least nothing.</param>
    public static Money[] Of(Money amount, IReadOnlyList<Money> claims)
    {
        var parts = new Money[claims.Count];
        var left = amount;
        while (left.IsPositive)
        {
            List<int> open = [.. Enumerable.Range(0, parts.Length).Where(i => parts[i] < claims[i])];
            if (open.Count == 0) break;
            var each = left.Cents / open.Count;
            if (each == 0)
            {
                foreach (var i in open.Take((int)left.Cents)) parts[i] += new Money(1);
                break;
            }

            foreach (var i in open)
            {
                var part = Money.Min(new(each), claims[i] - parts[i]);
                parts[i] += part;
                left -= part;
            }
        }

        return parts;
    }
}
