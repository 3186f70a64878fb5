using System.Text.Json;
using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Ledger;

namespace Alimenta.Office.Accounting;

/// <summary>Whether the parts that a screen shows of a distribution are what its lines did.</summary>
internal static class ProofParts
{
    public static void Check(PostedEntry posted, ProofTally tally)
    {
        tally.Counted++;
        var where = $"entry {posted.Row.Key} version {posted.Row.Version}";
        IReadOnlyList<StepPart> parts;
        try
        {
            parts = StepDetail.Parse(posted.Row.Detail).Parts;
        }
        catch (JsonException)
        {
            tally.Fault(where, "its parts cannot be read");
            return;
        }

        if (parts.FirstOrDefault(p => !p.Amount.IsPositive) is { } below) tally.Fault(where, $"a part of {below.Amount} is not above nothing", below.Amount);
        var source = On(posted, Accounts.Undistributed.Code);
        var used = parts.Where(p => p.To != Recipient.Future).Sum(p => p.Amount);
        // Money that had been held for months to come leaves its account only as far as it was used.
        if (source.IsZero) Compare(used, On(posted, Accounts.Future.Code), "its parts and the held money that it used differ");
        else Compare(parts.Sum(p => p.Amount), source, "its parts and the money distributed differ");
        Compare(Of(Recipient.Family) + Of(Recipient.Gift), -On(posted, Accounts.PayableFamily.Code), "the family's parts and lines differ");
        Compare(Of(Recipient.StateIvA) + Of(Recipient.StateIvE), -On(posted, Accounts.PayableState.Code) - On(posted, Accounts.PayableFederal.Code), "the parts kept for assistance and their lines differ");
        Compare(Of(Recipient.Medicaid), -On(posted, Accounts.PayableMedicaid.Code), "the Medicaid agency's parts and lines differ");
        Compare(Of(Recipient.Agency), -On(posted, Accounts.PayableAgency.Code), "the placement agency's parts and lines differ");
        Compare(Of(Recipient.Fee), -On(posted, Accounts.Fee.Code), "the fee's parts and lines differ");
        Compare(Of(Recipient.Refund), -On(posted, Accounts.PayableRefund.Code), "the refund's parts and lines differ");

        Money Of(Recipient to) => parts.Where(p => p.To == to).Sum(p => p.Amount);

        void Compare(Money said, Money done, string what)
        {
            if (said != done) tally.Fault(where, $"{what}: {said} and {done}", done - said);
        }
    }

    private static Money On(PostedEntry posted, string account)
    {
        long cents = 0;
        foreach (var line in posted.Lines)
            if (line.Account == account) cents += line.Cents;
        return new(cents);
    }
}
