using Alimenta.Data;
using Alimenta.Ledger;

namespace Alimenta.Office.Accounting;

/// <summary>Puts entries that people and files caused, and no fold can make again, into words: what moved from where to where, and the reason that was recorded.</summary>
internal static class ExplainOffice
{
    public static EntryExplained Explained(PostedEntry posted)
    {
        var row = posted.Row;
        var lines = posted.Entry.Lines;
        var why = new Explanation($"office/{row.Kind}", "").Step(Kind(row.Kind));
        if (row.Reason.Length > 0) why.Step($"The reason recorded: {row.Reason}");
        foreach (var line in lines.Where(l => l.Amount.IsNegative)) why.Step($"{-line.Amount} to {Account(line)}");
        foreach (var line in lines.Where(l => l.Amount.IsPositive)) why.Step($"{line.Amount} out of {Account(line)}");
        var moved = Explain.Moved(lines);
        return new(row.Key, row.Kind, row.Version, row.EffectiveOn, row.RecordedAt, true, moved, moved, true, [], why);
    }

    private static string Account(Line line) => $"{line.Account.Code}: {line.Account.Says}";

    private static string Kind(string kind) => kind switch
    {
        EntryKinds.Receipt => "Money arrived.",
        EntryKinds.Identification => "The obligor of the money was named.",
        EntryKinds.Hold => "Money of a payee may not leave yet; a hold says why.",
        EntryKinds.Release => "Money that was held may leave.",
        EntryKinds.Disbursement => "What was payable to one payee was put into one payment.",
        EntryKinds.FileRelease => "A file of payments was released to the bank.",
        EntryKinds.DisbursementReturn => "The bank returned a payment; the money is held for its payee.",
        EntryKinds.ReturnedItem => "The bank took money back: the item was not honoured.",
        EntryKinds.Recovery => "What a payee had too much was set apart, made good or given up.",
        _ => "An entry of the office.",
    };
}
