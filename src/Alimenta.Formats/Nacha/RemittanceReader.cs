namespace Alimenta.Formats.Nacha;

/// <summary>What a payment entry says of the obligors and cases that it pays for.</summary>
internal static class RemittanceReader
{
    public static EntryContent Read(string entryClass, Money amount, IReadOnlyList<string> addenda)
    {
        var text = string.Concat(addenda);
        if (string.IsNullOrWhiteSpace(text)) return Unread(RemittanceFault.Of("D-NONE", "", "", "The entry has no addenda that says for whom it is."));
        return entryClass == "CTX" ? Several(amount, text) : One(amount, addenda);
    }

    private static EntryContent One(Money amount, IReadOnlyList<string> addenda)
    {
        if (addenda.Count > 1) return Unread(RemittanceFault.Of("D-MANY", "", $"{addenda.Count}", "The entry may have one addenda record."));
        if (!DedReader.TryRead(addenda[0], out var ded, out var fault)) return Unread(fault);
        if (ded.Amount == amount || (ded.FeeKept && ded.Amount > amount)) return new SupportRemittance([new(ded, amount)]);
        return Unread(RemittanceFault.Of("D-DIFFERS", "DED04", $"{ded.Amount}", ded.FeeKept
            ? $"The entry pays {amount}; the amount collected cannot be less."
            : $"The entry pays {amount}; the two must agree."));
    }

    private static EntryContent Several(Money amount, string text)
    {
        if (!X12Remittance.TryRead(text, out var order, out var fault)) return Unread(fault);
        if (order.Amount != amount) return Unread(RemittanceFault.Of("D-DIFFERS", "BPR02", $"{order.Amount}", $"The entry pays {amount}; the two must agree."));
        var collected = order.Deds.Sum(ded => ded.Amount);
        if (collected == amount) return new SupportRemittance([.. order.Deds.Select(ded => new RemittanceItem(ded, ded.Amount))]);

        // Where another state kept a fee of one segment, that one's money is what the others leave; of several, nobody could say.
        var fees = order.Deds.Count(ded => ded.FeeKept);
        var rest = amount - order.Deds.Where(ded => !ded.FeeKept).Sum(ded => ded.Amount);
        if (fees == 1 && collected > amount && !rest.IsNegative)
            return new SupportRemittance([.. order.Deds.Select(ded => new RemittanceItem(ded, ded.FeeKept ? rest : ded.Amount))]);
        return Unread(RemittanceFault.Of("D-SUM", "DED04", $"{collected}", fees > 1
            ? $"The entry pays {amount}; with several fees kept the parts cannot be told."
            : $"The entry pays {amount}; the segments must add up to it."));
    }

    private static UnreadRemittance Unread(RemittanceFault fault) => new(fault);
}
