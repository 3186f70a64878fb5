using System.Globalization;
using System.Text;
using Alimenta.Data;
using Alimenta.Office.Exchange;
using Alimenta.Testing;

namespace Alimenta.Office.Tests.Exchange;

/// <summary>The page docs/interfaces/caseload.md, made of the format's table. ALIMENTA_UPDATE_GOLDEN=1 writes it; without it a stale page fails.</summary>
public sealed class CaseloadPage
{
    [Fact]
    public void The_page_is_the_format()
    {
        var file = Path.Combine(Repository.Root, "docs", "interfaces", "caseload.md");
        var text = Page();
        if (Environment.GetEnvironmentVariable("ALIMENTA_UPDATE_GOLDEN") == "1") File.WriteAllText(file, text);
        Assert.Equal(text, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    private static string Page()
    {
        var page = new StringBuilder($$"""
            # Caseload and book files

            Made by a test from `src/Alimenta.Office/Exchange/CaseloadFormat.cs`; do not edit. To renew it, run the tests of Alimenta.Office with `ALIMENTA_UPDATE_GOLDEN=1`.

            Two kinds of file move data in and out. Both are UTF-8 text with one JSON value a line. Both hold names, Social Security numbers and account
            numbers: guard them like the database. That one was written is noted in the audit log.

            | Kind | Holds | Goes into |
            |---|---|---|
            | caseload | the facts, by natural keys, from any system | an office, also beside what is there |
            | book | everything: facts with their history, files, journal, chains, audit log | an empty database of either engine |

            ## The caseload file

            The first line is the head: `{"caseload":{{CaseloadFormat.Version}},"business_date":"2026-03-20"}`. The business date counts only in a database without an office; there it also makes the public payees.
            Every other line is an object with its `type` and flat fields. Lines may come in any order; they name each other by the keys below, or name what is on record already.
            A field that is left out has no value. Empty lines, carriage returns and a byte order mark do not matter.

            ```
            {"caseload":{{CaseloadFormat.Version}},"business_date":"2026-03-20"}
            {"type":"office","code":104,"name":"Alder County","state":"OR","fips":"41051"}
            {"type":"person","number":"F1","last":"Okafor","first":"Femi","born":"1988-04-05"}
            {"type":"person","number":"M1","last":"Brandt","first":"Ada"}
            {"type":"person","number":"C1","last":"Brandt","first":"Mara","born":"2016-05-04"}
            {"type":"case","number":"26-104-00007-5","office":104,"obligor":"F1","custodian":"M1","opened_on":"2026-01-01"}
            {"type":"participant","case":"26-104-00007-5","person":"C1","role":"child","from":"2026-01-01"}
            {"type":"order","case":"26-104-00007-5","docket":"26DR1","tribunal":"Circuit Court","issuing_state":"OR","signed_on":"2025-12-20","effective_on":"2026-01-01"}
            {"type":"obligation","key":"26-104-00007-5/1","case":"26-104-00007-5","docket":"26DR1","kind":"child","supported":"C1","end_rule":"emancipation","end_state":"OR"}
            {"type":"term","obligation":"26-104-00007-5/1","amount_cents":40000,"frequency":"monthly","from":"2026-01-01"}
            {"type":"opening_balance","obligation":"26-104-00007-5/1","class":"NA","month":"undated","amount_cents":500000,"as_of":"2026-01-01","source_document":"Circuit Court ledger of 31 Dec 2025"}
            ```

            **What happens.** Every line is checked by the rules by which a worker enters the fact. One fault, and nothing of the file is taken, unless it was asked to keep the good lines.
            Every fault is told with line, column, field, what is wrong and what to do; the first 1,000 are listed and all are counted. Warnings are listed and do not stop.
            What is taken is written with history (who, when, why), circles of cases form and join, and the books are brought up to the business date, all in one transaction.
            A dry run does the same and leaves nothing. The same file under the same key gives the first answer; under another key its lines are refused as being there already.

            **Case numbers** have the form YY-OOO-NNNNN-C: year, office, number, and Luhn's check digit over the ten digits before it.

            **Receipts** are money: each is received, identified, distributed, and paid out by this office, unless `paid_out_elsewhere` says that the earlier office did so. Debt of months
            before the first line of a term is brought in by opening balances. An export of a living office marks the receipts whose money has left entirely. To move a living
            office, with what is held and on its way, use a book.

            ## Types of lines

            """.ReplaceLineEndings("\n"));
        foreach (var type in CaseloadFormat.Types)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### {type.Name}\n\n{type.Says}\n\n| Field | Holds | Required | Meaning |\n|---|---|---|---|\n");
            foreach (var field in type.Fields)
                page.Append(CultureInfo.InvariantCulture, $"| `{field.Name}` | {Holds(field)} | {(field.Required ? "yes" : "")} | {field.Says} |\n");
        }

        page.Append($$"""

            ## The book file

            The head says format, schema and ledger hash: `{"book":1,"schema":2,"ledger_hash":"..."}`. Then comes each table: its name and columns, and its rows as lists of values in the order of
            its key, money in cents, days and instants (UTC) as text, bytes in base 64. The foot holds the number of rows and the SHA-256 of all lines before it. Row numbers, histories, hashes
            and chains are those of the source, so the ledger hash after the import is that of the head, and it is made again from the rows before anything is committed. Two tables go on at the new
            place: the audit log and the log of commands note the import.

            Left behind:

            | Table | Why |
            |---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var (table, why) in BookTable.LeftOut) page.Append(CultureInfo.InvariantCulture, $"| `{table}` | {why} |\n");
        page.Append("\nOf users everything is carried but the password: an administrator gives each a new one.\n");
        return page.ToString();
    }

    private static string Holds(FieldSpec field) => field.Kind switch
    {
        FieldKind.Word => string.Join(", ", field.Words!.Select(w => $"`{w}`")),
        FieldKind.Text when field.Refers.Length > 0 => $"the key of a {field.Refers}",
        FieldKind.Texts => $"a list of keys of {field.Refers}",
        FieldKind.Text => "text",
        FieldKind.Whole => "a whole number",
        FieldKind.Cents => "whole cents",
        FieldKind.Date => "a day",
        FieldKind.Month => "a month, or `undated`",
        _ => "true or false",
    };
}
