using System.Globalization;
using Alimenta.Data;
using Alimenta.Formats.Nacha;
using AchAccount = Alimenta.Formats.Nacha.BankAccount;

namespace Alimenta.Office.Disbursement;

/// <summary>Makes the entries of ACH files. What the format cannot carry is refused payment by payment, with words for whoever mends the record.</summary>
internal sealed class PaymentEntries(IReadOnlyDictionary<long, Person> names, StateRemittances remittances)
{
    /// <summary>How a payee is named in files.</summary>
    public static string NameOf(Person person) => person.OrganizationName.Length > 0 ? person.OrganizationName : $"{person.First} {person.Last}";

    /// <summary>The test of a new account; the account must be one to which money can go.</summary>
    public static PaymentEntry Test(Alimenta.Data.BankAccount account, Person person) => DisbursementEntry.Prenote(Account(account), $"T{account.Id}", NameOf(person));

    /// <summary>The entry of a payment that goes to an account.</summary>
    public Outcome<PaymentEntry> Of(Payment payment)
    {
        if (payment.Account is not { } account) return new Refusal("R-PAYEE-NO-ACCOUNT", "No account is on record to which the payment could go.", "Ask the payee for an account and record it.");
        if (PayeeFaults.OfAccount(account) is { } fault) return fault;
        var (number, name) = (payment.Row.Id.ToString("D10", CultureInfo.InvariantCulture), NameOf(names[payment.Row.PayeeId]));
        PaymentEntry entry;
        if (payment.Row.Method == PaymentMethod.OtherState)
        {
            var segment = remittances.Of(payment.Parts, payment.Row.Amount, payment.Fips ?? "");
            if (segment.Refusal is { } no) return no;
            entry = new SupportPayment(Account(account), payment.Row.Amount, number, name, segment.Value);
        }
        else
        {
            entry = new DisbursementEntry(Account(account), payment.Row.Amount, number, name);
        }

        return NachaWriter.Problem(entry, "The payment") is { } problem ? problem : entry;
    }

    private static AchAccount Account(Alimenta.Data.BankAccount account) => new(
        AbaRouting.TryParse(account.Routing, out var routing) ? routing : throw new InvalidOperationException($"Account {account.Id} was not looked at."),
        account.AccountNumber, account.Kind == BankAccountKind.Savings ? AccountKind.Savings : AccountKind.Checking);
}
