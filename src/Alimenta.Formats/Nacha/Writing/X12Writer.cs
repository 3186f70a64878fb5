using System.Globalization;
using System.Text;

namespace Alimenta.Formats.Nacha;

/// <summary>Writes an X12 820 payment order, version 004010, in its interchange and group.</summary>
internal static class X12Writer
{
    public static string PaymentOrder(EmployerPayment payment, BatchTerms terms, FileStamp stamp, string trace, RecordOutput output)
    {
        var sequence = trace[8..];
        string[] order =
        [
            $"ST*820*{sequence}",
            $"BPR*C*{Dollars(payment.Amount)}*C*ACH*CTX*01*{terms.OriginatingBank}***{terms.CompanyId}**01*{payment.Account.Bank}*DA*{payment.Account.Number}*{Day(terms.EffectiveOn)}",
            $"TRN*1*{trace}",
            $"N1*PE*{Party(payment.Name, output)}",
            $"N1*PR*{Party(payment.Payer, output)}",
            "ENT*1",
            .. payment.Items.Select(item => DedWriter.Segment(item, true, output)[..^1]),
        ];
        var text = new StringBuilder();
        Add(text, string.Create(CultureInfo.InvariantCulture,
            $"ISA*00*{"",10}*00*{"",10}*ZZ*{terms.CompanyId,-15}*ZZ*{payment.Account.Bank.Digits,-15}*{stamp.On:yyMMdd}*{stamp.At:HHmm}*U*00401*00{sequence}*0*P*>"));
        Add(text, string.Create(CultureInfo.InvariantCulture, $"GS*RA*{terms.CompanyId}*{payment.Account.Bank}*{Day(stamp.On)}*{stamp.At:HHmm}*{sequence}*X*004010"));
        foreach (var segment in order) Add(text, segment);
        Add(text, $"SE*{order.Length + 1}*{sequence}");
        Add(text, $"GE*1*{sequence}");
        Add(text, $"IEA*1*00{sequence}");
        return text.ToString();
    }

    private static void Add(StringBuilder text, string segment) => text.Append(segment).Append('\\');

    private static string Party(string name, RecordOutput output)
    {
        var clean = DedWriter.Clean(name, 60);
        if (!clean.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)) output.Lost("N102", name, clean, 1);
        return clean;
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Dollars(Money amount) => string.Create(CultureInfo.InvariantCulture, $"{amount.Cents / 100}.{amount.Cents % 100:00}");
}
