using System.Globalization;
using System.Text;
using Alimenta.Formats.Nacha;

namespace Alimenta.Formats.Tests.Nacha;

/// <summary>The document of the interface, made of the tables that read and write and of messages that the reader really gave.</summary>
internal static class NachaDocument
{
    public static string Render()
    {
        var text = new StringBuilder(Opening);
        text.Append("\n## Records\n");
        foreach (var layout in NachaLayouts.All) text.Append('\n').Append(LayoutDocument.Markdown(layout));
        text.Append(Between);
        Table(text, "Transaction codes", "| Code | Account | Direction | Purpose |\n|---|---|---|---|",
            TransactionCode.All.OrderBy(code => code.Code).Select(code => $"| {code} | {code.Account} | {(code.IsCredit ? "credit" : "debit")} | {code.Purpose} |"));
        Table(text, "Return reasons", "| Code | Meaning | Stops payments to the account |\n|---|---|---|",
            ReturnReason.All.Select(reason => $"| {reason.Code} | {reason.Meaning} | {(reason.StopsAccount ? "yes" : "")} |"));
        Table(text, "Change codes", "| Code | Meaning | Corrected data |\n|---|---|---|",
            ChangeMeaning.All.Select(change => $"| {change.Code} | {change.Meaning} | {string.Join("; ", change.Layout.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Field} at {part.Start}, {part.Length} characters")))} |"));
        Table(text, "Why a file is refused", "Each message was given for a file spoiled in the way named first.\n\n| Spoiled by | Message |\n|---|---|",
            FaultCases.All.Select(spoiled => $"| {spoiled.Name} | {NachaReader.Read(spoiled.Bytes).Faults.First(fault => fault.Code == spoiled.Code)} |"));
        Table(text, "Why an entry is unidentified", "| Addenda | Message |\n|---|---|", Unread().DistinctBy(row => row.Message[..row.Message.IndexOf(' ', StringComparison.Ordinal)]).Select(row => $"| {(row.Text.Length == 0 ? "" : $"`{row.Text}`")} | {Escaped(row.Message)} |"));
        Table(text, "Published segments and our answer", "No public segment with real values was found. These are templates and values from public sources.\n\n| Segment | Source | Answer |\n|---|---|---|",
            PublishedDeds.All.Select(sample => $"| `{sample.Text}` | {sample.Source} | {(DedReader.TryRead(sample.Text, out var ded, out var fault) ? $"read: {ded}" : Escaped(fault.ToString()))} |"));
        Table(text, "Why a file is not written", "| Code | Message |\n|---|---|",
            WriterTests.Refusals().Select(refusal => $"| {refusal.Code} | {Escaped($"{refusal.What} {refusal.Remedy}")} |").Distinct());
        return text.ToString();
    }

    private static IEnumerable<(string Text, string Message)> Unread()
    {
        foreach (var (text, _, _) in DedTests.Unreadable.Select(row => row.Data))
            if (!DedReader.TryRead(text, out _, out var fault)) yield return (text, fault.ToString());
        foreach (var (entryClass, cents, text, _) in RemittanceTests.Disagreeing.Select(row => row.Data))
            if (RemittanceTests.Read(entryClass, cents, text) is UnreadRemittance unread) yield return (text, unread.Fault.ToString());
    }

    private static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);

    private static void Table(StringBuilder text, string heading, string head, IEnumerable<string> rows) =>
        text.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n{head}\n").Append(string.Concat(rows.Select(row => row + "\n")));

    private const string Opening = """
        # ACH files (Nacha)

        Made by a test from the layouts and tables in `src/Alimenta.Formats/Nacha`; do not edit. To renew it, run the tests of
        Alimenta.Formats with `ALIMENTA_ACCEPT=1`.

        | Direction | What | Entry class |
        |---|---|---|
        | in | payments of employers and of other states, one obligor each | CCD with one addenda (DED) |
        | in | payments of employers, several employees in one entry | CTX with an X12 820 |
        | in | payments of ours that came back | any, addenda 99 |
        | in | notifications of change | COR, addenda 98 |
        | out | payments to parents; prenotes | PPD |
        | out | payments to other states | CCD with one addenda (DED) |

        ## How a file is read

        A fault of structure or of control totals refuses the whole file; nothing of it is used, and every fault is told with line, column, what stands
        there, why it cannot be and what to do (at most 100). Accepted without a word or with a remark: LF, CRLF, CR or no line breaks at all,
        right-trimmed lines, small letters, blank lines, a byte order mark, a Ctrl-Z at the end, a missing filler. Positions are bytes: a letter of two
        bytes makes a line too long, never a shifted amount.

        The format has room for 999,999 blocks, which are 9,999,990 records. A file is gone through in pieces, so the largest takes no more memory than a small one.

        An entry whose remittance cannot be read, or does not agree with its money, is no fault of the file: its whole amount is taken in as unidentified.

        **The same file** has the same origin, creation date and time, modifier and control totals, or the same content (SHA-256 over the records
        without wrapping). **The same entry** has the same originating bank, trace and effective date; entries of one file that are alike in these are
        counted, for some originators number each batch anew. **The same item under a new header** has the same company, trace, amount, effective
        date and segments.

        ## How a file is written

        Counts, hash, totals, blocks, filler and traces are computed, never given. Text is in capital letters without accents; what it loses is
        logged. A payment number with the form of a Social Security number is refused. Trace numbers go on from file to file and end at 9,999,999.

        """;

    private const string Between = """

        ## The child support segment (DED)

        | Element | Name | When read | When written |
        |---|---|---|---|
        | DED01 | Application identifier | CS, II, IT, IO, RI, RT or RO | the same |
        | DED02 | Case identifier | as sent; may be left out, for the Social Security number and name still tell whose it is | 1 to 20 characters |
        | DED03 | Pay date | six or eight digits; 70 to 99 are 1970 to 1999 | six in a CCD, eight in a CTX |
        | DED04 | Payment amount | cents, digits only | the same, without filling zeros |
        | DED05 | Obligor's Social Security number | nine digits | the same |
        | DED06 | Medical support | Y, N, W; anything else is "not said" | the same, or left out |
        | DED07 | Obligor's name | as sent | seven letters of the last name and three of the first, a comma between when the last is shorter |
        | DED08 | Locator code (FIPS) | as sent | five to seven digits |
        | DED09 | Employment ended | Y; anything else is no | Y, or left out |

        Ends with `\`, `~` or the end of the addenda. In a CCD, DED04 and the entry's amount must agree; with RI, RT and RO the sender kept a fee, and DED04
        (collected) may be more than the entry (sent). In a CTX, the addenda are joined and read as an X12 820 from ISA, GS or ST; BPR02 must be the entry's
        amount and the segments must add up to it. One segment with a kept fee can be told from the rest; with several the entry is unidentified.

        Sources: West Virginia BCSE, Child Support Addenda Record; Virginia DSS, Addenda; US Treasury FMS, DED segment; X12 code list 1511. Nacha, User
        Guide for Electronic Child Support Payments, version 9.0, was not available to us: its title and contents only.

        """;
}
