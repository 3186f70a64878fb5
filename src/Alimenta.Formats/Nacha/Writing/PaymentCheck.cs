using System.Globalization;

namespace Alimenta.Formats.Nacha;

/// <summary>Whether a file can be written: everything that the format cannot carry, or that must not leave the house, is refused before the first byte.</summary>
internal static class PaymentCheck
{
    private const long MostCents = 9_999_999_999;
    private const int MostAddenda = 9_999;

    public static Refusal? Problem(PaymentFile file)
    {
        var count = file.Batches.Sum(batch => (long)batch.Entries.Count);
        if (file.Batches.Count == 0 || file.Batches.Any(batch => batch.Entries.Count == 0)) return new("R-ACH-EMPTY", "A file needs a batch, and each batch a payment.", "Leave out what is empty.");
        if (file.FirstSequence < 1 || file.FirstSequence + count - 1 > NachaWriter.LastSequence)
            return new("R-ACH-TRACE", $"The file needs trace numbers {file.FirstSequence:#,##0} to {file.FirstSequence + count - 1:#,##0}; they go from 1 to {NachaWriter.LastSequence:#,##0}.",
                "Begin a new series at 1, with an effective date on which no number of the old series is used.");
        if (!Fits(file.Sender.Origin, 10) || file.Sender.Origin.Trim().Length == 0) return new("R-ACH-ORIGIN", "The immediate origin must be one to ten plain characters.", "Use the origin that the bank has given.");
        if (file.Sender.Destination.Digits.Length == 0) return new("R-ACH-ROUTING", "The destination has no routing number.", "Enter the bank's routing number.");
        if (file.Stamp.Modifier is not ((>= 'A' and <= 'Z') or (>= '0' and <= '9'))) return new("R-ACH-MODIFIER", "The file ID modifier must be A to Z or 0 to 9.", "Use A for the first file of a day, then B.");
        if (!InCentury(file.Stamp.On)) return Century("The file");

        for (var i = 0; i < file.Batches.Count; i++)
        {
            if (Problem(file.Batches[i], i + 1) is { } problem) return problem;
            for (var j = 0; j < file.Batches[i].Entries.Count; j++)
                if (Problem(file.Batches[i].Entries[j], file.Batches[i].Terms.Reverses, $"Payment {j + 1} of batch {i + 1}") is { } refusal) return refusal;
        }

        return null;
    }

    private static Refusal? Problem(PaymentBatch batch, int number)
    {
        if (batch.Entries.Any(entry => entry.EntryClass != batch.Entries[0].EntryClass))
            return new("R-ACH-MIXED", $"Batch {number} mixes kinds of payment.", "Put each kind (PPD, CCD, CTX, COR) in a batch of its own.");
        if (!Fits(batch.Terms.CompanyId, 10) || HasMarks(batch.Terms.CompanyId) || batch.Terms.CompanyId.Trim().Length == 0) return new("R-ACH-COMPANY", $"The company identification of batch {number} must be one to ten plain characters.", "Use the number that the bank has given.");
        if (batch.Terms.OriginatingBank.Digits.Length == 0) return new("R-ACH-ROUTING", $"Batch {number} has no originating bank.", "Enter the bank's routing number.");
        return InCentury(batch.Terms.EffectiveOn) ? null : Century($"Batch {number}");
    }

    public static Refusal? Problem(PaymentEntry entry, bool reverses, string what)
    {
        if (entry.Account.Bank.Digits.Length == 0) return new("R-ACH-ROUTING", $"{what} has no routing number.", "Enter the receiver's routing number.");
        if (!Fits(entry.Account.Number, 17) || entry.Account.Number.Trim().Length == 0) return new("R-ACH-ACCOUNT", $"{what} needs an account number of one to 17 plain characters.", "Check the account with the receiver.");
        if (!Fits(entry.Id, 15)) return new("R-ACH-ID", $"{what} has an identification number that does not fit in 15 plain characters.", "Use a shorter number.");
        if (entry.Amount.Cents is < 0 or > MostCents) return new("R-ACH-AMOUNT", $"{what} is {entry.Amount}; an entry carries $0.00 to {new Money(MostCents)}.", "Split the payment or correct its amount.");
        if (!TransactionCode.All.Contains(EntryWriter.Code(entry, reverses))) return new("R-ACH-LOAN", $"{what} takes money from a loan account, which the format does not allow.", "Use another account.");
        return entry switch
        {
            DisbursementEntry { IsPrenote: false, Amount.IsZero: true } => new("R-ACH-AMOUNT", $"{what} moves no money.", "Leave it out, or send a prenote."),
            DisbursementEntry when Ssn.TryParse(entry.Id, out _, out _) => new("R-ACH-SSN", $"{what} has a payment number that looks like a Social Security number.", "Use a payment number of another form, such as one with a letter."),
            SupportPayment payment => Problem(payment, what),
            EmployerPayment payment => Problem(payment, what),
            ReturnedPayment returned when !IsCode(returned.Return.ReasonCode, 'R') || !IsDigits(returned.Return.OriginalTrace, 15) || !IsDigits(returned.Return.OriginalDfi, 8) || returned.Return.OriginalClass is not ("PPD" or "CCD" or "CTX") =>
                new("R-ACH-RETURN", $"{what} needs a return code (R and two digits), the original trace, bank and entry class.", "Take them from the original entry."),
            ChangeNotification change when !IsCode(change.ChangeCode, 'C') || !IsDigits(change.OriginalTrace, 15) || !IsDigits(change.OriginalDfi, 8) || !Fits(change.CorrectedData, 29) =>
                new("R-ACH-CHANGE", $"{what} needs a change code (C and two digits), the original trace and bank, and at most 29 characters of corrected data.", "Take them from the original entry."),
            _ => null,
        };
    }

    private static Refusal? Problem(SupportPayment payment, string what) =>
        Problem(payment.Ded, what)
        ?? (payment.Amount == payment.Ded.Amount || (payment.Ded.FeeKept && payment.Amount < payment.Ded.Amount) ? null
            : new("R-ACH-DED", $"{what} sends {payment.Amount} and its segment says {payment.Ded.Amount}.", "Make them agree; only RI, RT and RO may send less than was collected."));

    private static Refusal? Problem(EmployerPayment payment, string what)
    {
        if (payment.Items.Count == 0) return new("R-ACH-DED", $"{what} names no employee.", "Add at least one segment.");
        if (HasMarks(payment.Account.Number)) return new("R-ACH-ACCOUNT", $"{what} has an account number with * \\ ~ or >.", "Check the account with the receiver.");
        if (payment.Items.Sum(item => item.Amount) != payment.Amount) return new("R-ACH-DED", $"{what} is {payment.Amount} and its segments are {payment.Items.Sum(item => item.Amount)}.", "Make them agree.");
        if (payment.Items.Any(item => item.FeeKept)) return new("R-ACH-DED", $"{what} has a segment with a kept fee.", "Send it by itself as a CCD.");
        // A segment takes at most 90 characters, the envelope and names less than 600.
        return payment.Items.Count * 90L + 600 > MostAddenda * 80L
            ? new("R-ACH-LARGE", $"{what} names {payment.Items.Count:#,##0} employees, more than its addenda can carry.", "Split it in two.")
            : payment.Items.Select(item => Problem(item, what)).FirstOrDefault(problem => problem is not null);
    }

    private static Refusal? Problem(DedSegment ded, string what) =>
        ded.CaseId.Trim().Length is 0 or > 20 || !Fits(ded.CaseId, 20) || HasMarks(ded.CaseId) ? new("R-ACH-DED", $"{what} needs a case number of one to 20 plain characters without * \\ ~ or >.", "Use the number on the withholding order.")
        : !IsDigits(ded.SsnDigits, 9) ? new("R-ACH-DED", $"{what} needs the obligor's Social Security number of nine digits.", "Complete the obligor's record.")
        : ded.Amount.Cents is < 0 or > MostCents ? new("R-ACH-DED", $"{what} has a segment of {ded.Amount}.", "Correct the amount.")
        : ded.Locator.Length > 0 && (ded.Locator.Length is < 5 or > 7 || !ded.Locator.All(char.IsAsciiDigit)) ? new("R-ACH-DED", $"{what} has a locator code that is not five to seven digits.", "Use the code of the receiving unit.")
        : InCentury(ded.PayDate) ? null : Century(what);

    private static bool Fits(string text, int length) => text.Length <= length && text.All(c => c is >= ' ' and <= '~');

    private static bool HasMarks(string text) => text.AsSpan().ContainsAny("*\\~>");

    private static bool IsDigits(string text, int length) => text.Length == length && text.All(char.IsAsciiDigit);

    private static bool IsCode(string code, char letter) => code.Length == 3 && code[0] == letter && IsDigits(code[1..], 2);

    // Two-digit years are read as 1970 to 2069.
    private static bool InCentury(DateOnly day) => day.Year is >= 1970 and <= 2069;

    private static Refusal Century(string what) => new("R-ACH-DATE", $"{what} has a date outside 1970 to 2069, which two digits cannot say.", "Correct the date.");
}
