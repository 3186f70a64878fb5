using System.Text;
using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Office.Accounting;
using Alimenta.Office.Exchange;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Exchange;

/// <summary>A caseload file: what it brings, what is refused where, and that it comes out as it went in.</summary>
public sealed class CaseloadTests
{
    private const string Head = """{"caseload":1,"business_date":"2026-03-20"}""";
    private static readonly PolicyDesk Policies = new(LawStore.BuiltIn);
    private static readonly Actor Mover = new(7, "M. Lindqvist");

    /// <summary>A file with every type of line.</summary>
    private static readonly string[] Everything =
    [
        """{"type":"office","code":104,"name":"Alder County","state":"OR","fips":"41051"}""",
        """{"type":"person","number":"F1","last":"Okafor","first":"Femi","born":"1988-04-05","ssn":"523-45-6789","ssn_status":"verified"}""",
        """{"type":"person","number":"M1","last":"Brandt","first":"Ada","family_violence":true,"language":"es"}""",
        """{"type":"person","number":"M2","last":"Łukasz","first":"Zoë"}""",
        """{"type":"person","number":"C1","last":"Brandt","first":"Mara","born":"2016-05-04"}""",
        """{"type":"person","number":"C2","last":"Łukasz","first":"Jan","born":"2018-02-28"}""",
        """{"type":"alias","person":"F1","last":"O'Brien","first":"Femi"}""",
        """{"type":"overpayment_choice","person":"F1","intent":"refund","from":"2026-03-01"}""",
        """{"type":"address","person":"M1","kind":"residence","line1":"12 Elm St","city":"Portland","state":"OR","zip":"97201","source":"parent","from":"2020-01-01","verified":true}""",
        """{"type":"phone","person":"M1","number":"(503) 555-2368","kind":"mobile","from":"2020-01-01"}""",
        """{"type":"employer","fein":"93-1234567","name":"Harlow Mills","line1":"1 Mill Rd","city":"Bend","state":"OR","zip":"97701"}""",
        """{"type":"employer_alias","fein":"931234567","name":"Harlow Mills of Bend"}""",
        """{"type":"employment","person":"F1","fein":"931234567","from":"2024-01-01","source":"new hire report"}""",
        """{"type":"account","person":"M1","routing":"021000021","account":"12345678","kind":"checking","prenote":"accepted","prenote_on":"2025-12-01","from":"2025-11-01"}""",
        """{"type":"method","person":"M1","method":"deposit","routing":"021000021","account":"12345678","from":"2025-12-10"}""",
        """{"type":"method","person":"M2","method":"warrant","from":"2025-12-10"}""",
        """{"type":"case","number":"26-104-00007-5","office":104,"obligor":"F1","custodian":"M1","policy":"us","opened_on":"2026-01-01"}""",
        """{"type":"case","number":"26-104-00008-3","office":104,"obligor":"F1","custodian":"M2","opened_on":"2026-01-01","snap_mandatory":true}""",
        """{"type":"participant","case":"26-104-00007-5","person":"C1","role":"child","from":"2026-01-01"}""",
        """{"type":"participant","case":"26-104-00008-3","person":"C2","role":"child","from":"2026-01-01"}""",
        """{"type":"order","case":"26-104-00007-5","docket":"26DR1","tribunal":"Circuit Court","issuing_state":"OR","signed_on":"2025-12-20","effective_on":"2026-01-01"}""",
        """{"type":"order","case":"26-104-00008-3","docket":"26DR2","tribunal":"Circuit Court","issuing_state":"OR","signed_on":"2025-12-20","effective_on":"2026-01-01"}""",
        """{"type":"obligation","key":"26-104-00007-5/1","case":"26-104-00007-5","docket":"26DR1","kind":"child","supported":"C1","end_rule":"emancipation","end_state":"OR"}""",
        """{"type":"obligation","key":"26-104-00008-3/1","case":"26-104-00008-3","docket":"26DR2","kind":"child","supported":"C2","end_rule":"date","ends_on":"2036-02-27"}""",
        """{"type":"term","obligation":"26-104-00007-5/1","amount_cents":40000,"frequency":"monthly","from":"2026-01-01"}""",
        """{"type":"term","obligation":"26-104-00007-5/1","amount_cents":30000,"frequency":"monthly","from":"2026-02-01","to":"2026-02-28","change":true}""",
        """{"type":"term","obligation":"26-104-00008-3/1","amount_cents":10000,"frequency":"semimonthly","from":"2026-01-01","due_day2":15}""",
        """{"type":"opening_balance","obligation":"26-104-00007-5/1","class":"NA","month":"undated","amount_cents":500000,"as_of":"2026-01-01","source_document":"Circuit Court ledger of 31 Dec 2025"}""",
        """{"type":"adjustment","key":"26-104-00007-5/a1","obligation":"26-104-00007-5/1","amount_cents":-100000,"class":"NA","month":"undated","on":"2026-01-15","reason":"paid directly, allowed by the court"}""",
        """{"type":"spell","program":"tanf","custodian":"M2","from":"2026-02-01","to":"2026-02-28","members":["C2"]}""",
        """{"type":"spell","program":"medicaid","custodian":"M2","from":"2026-02-01","members":["C2"]}""",
        """{"type":"grant","key":"M2/tanf/2026-02/1","program":"tanf","custodian":"M2","month":"2026-02","amount_cents":15000}""",
        """{"type":"receipt","key":"OLD/1","source":"income_withholding","tender":"ach","amount_cents":60000,"collected_on":"2026-01-10","received_on":"2026-01-12","obligor":"F1","fein":"931234567","payor_name":"HARLOW MILLS","paid_out_elsewhere":true}""",
        """{"type":"receipt","key":"OLD/2","source":"voluntary","tender":"check","amount_cents":50000,"collected_on":"2026-02-10","received_on":"2026-02-10","case":"26-104-00007-5","docket":"26DR1","check_number":"1044"}""",
        """{"type":"receipt","key":"OLD/3","source":"other","tender":"check","amount_cents":7700,"collected_on":"2026-02-11","received_on":"2026-02-11","payor_name":"unreadable"}""",
        """{"type":"receipt","key":"OLD/4","source":"voluntary","tender":"check","amount_cents":20000,"collected_on":"2026-02-12","received_on":"2026-02-12","obligor":"F1","returned_cents":20000,"returned_on":"2026-02-20","return_reason":"insufficient funds"}""",
    ];

    [Theory, EachEngine]
    public async Task Every_type_of_line_is_taken_with_history_and_the_books_follow(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var report = await TakenAsync(database, Everything);
        Assert.Equal("imported", report.Status);
        Assert.Equal(CaseloadFormat.Types.Select(t => t.Name), CaseloadFormat.Types.Where(t => report.Added.GetValueOrDefault(t.Name) > 0).Select(t => t.Name));
        Assert.Equal(Everything.Length + 1, report.Lines);

        var bureau = new Bureau(database);
        Assert.Equal("", await bureau.FaultsAsync());
        await using var db = database.Store.Read();
        // Both cases of one obligor are one circle; the number series go on behind what came in.
        Assert.Single(await db.Cases.Select(c => c.CircleId).Distinct().ToListAsync());
        Assert.Equal(new DateOnly(2034, 5, 3), (await db.Obligations.SingleAsync(o => o.NaturalKey == "26-104-00007-5/1")).EndsOn);
        Assert.Equal(4, await db.Participants.CountAsync(p => p.Role == ParticipantRole.Obligor || p.Role == ParticipantRole.Custodian));
        // Nothing of what the earlier office paid out is paid again; what it had not, is.
        var payables = await db.Payables.Join(db.Receipts, p => p.ReceiptId, r => r.Id, (p, r) => new { r.NaturalKey, p.Status, p.Amount }).ToListAsync();
        Assert.All(payables.Where(p => p.NaturalKey == "OLD/1"), p => Assert.Equal(PayableStatus.Paid, p.Status));
        Assert.Equal(Money.Of(600), payables.Where(p => p.NaturalKey == "OLD/1").Sum(p => p.Amount));
        Assert.All(payables.Where(p => p.NaturalKey == "OLD/2"), p => Assert.NotEqual(PayableStatus.Paid, p.Status));
        Assert.Equal(Money.Of(77), (await db.Holds.SingleAsync(h => h.Reason == HoldReason.Unidentified)).Amount);
        Assert.Equal(50_000 + 7_700, (await db.CustodyBalances.SingleAsync(b => b.Account == "cash")).Cents);

        // The history of a fact that came in set-wise is that of one that was entered.
        var history = await bureau.HistoryAsync("person");
        Assert.Equal(await db.People.CountAsync(), history.Count);
        var told = history.Single(c => c.After.Contains("\"F1\"", StringComparison.Ordinal));
        Assert.Equal((7L, "taken over", ""), (told.UserId, told.Why, told.Before));
        Assert.Contains("***6789", told.After, StringComparison.Ordinal);
        Assert.DoesNotContain("523456789", string.Concat((await db.FactChanges.ToListAsync()).Select(c => c.After)), StringComparison.Ordinal);

        var next = await bureau.CaseAsync(await bureau.PersonAsync(), await bureau.PersonAsync());
        Assert.Equal(CaseNumber.Make(2026, 104, 9).ToString(), next);
    }

    [Theory, EachEngine]
    public async Task A_caseload_comes_out_as_it_went_in_and_goes_into_the_other_engine_with_the_same_balances(string engine)
    {
        using var here = TestDatabases.Create(engine);
        using var there = TestDatabases.Create(engine == TestDatabases.Sqlite ? TestDatabases.Postgres : TestDatabases.Sqlite);
        await TakenAsync(here, Everything);
        var text = await ExportAsync(here.Store);
        await TakenAsync(there, text.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..]);
        Assert.Equal(text, await ExportAsync(there.Store));
        await using var a = here.Store.Read();
        await using var b = there.Store.Read();
        Assert.Equal(await a.StandingHashAsync(), await b.StandingHashAsync());
        Assert.Equal(await BalancesAsync(a), await BalancesAsync(b));
    }

    [Theory, EachEngine]
    public async Task The_same_file_again_adds_nothing_and_a_dry_run_leaves_nothing(string engine)
    {
        using var database = TestDatabases.Create(engine);
        Assert.Equal("dry-run", (await ImportAsync(database, Everything, new() { DryRun = true })).Value.Status);
        await using var db = database.Store.Read();
        Assert.Equal(0, await db.People.CountAsync());
        await TakenAsync(database, Everything);
        var entries = await db.JournalEntries.CountAsync();
        var again = (await ImportAsync(database, Everything)).Value;
        Assert.Equal("refused", again.Status);
        Assert.Contains(again.Faults, f => f is { Code: "R-IMPORT-PERSON-THERE", Line: 3, Field: "number" });
        Assert.Contains(again.Faults, f => f is { Code: "R-IMPORT-THERE", Field: "key" });
        Assert.Equal(entries, await db.JournalEntries.CountAsync());
    }

    /// <summary>A line put in place of (or after) a good one, and the fault that it must have.</summary>
    public static TheoryData<string, string, string, string> Faulty => new()
    {
        { """{"type":"person","number":"X1","last":"A","first":"B",}""", "R-IMPORT-JSON", "", "one JSON object" },
        { """[1]""", "R-IMPORT-JSON", "", "one JSON object" },
        { """{"type":"person"} {}""", "R-IMPORT-JSON", "", "one JSON object" },
        { """{"number":"X1"}""", "R-IMPORT-NO-TYPE", "type", "type" },
        { """{"type":"persn"}""", "R-IMPORT-TYPE", "type", "persn" },
        { """{"type":"person","number":"X1","last":"A","first":"B","age":3}""", "R-IMPORT-FIELD", "age", "no field" },
        { """{"type":"person","number":"X1","number":"X2","last":"A","first":"B"}""", "R-IMPORT-TWICE", "number", "twice" },
        { """{"type":"person","last":"A","first":"B"}""", "R-IMPORT-MISSING", "number", "missing" },
        { """{"type":"person","number":"X1","last":"A","first":"B","born":"13/13/2010"}""", "R-IMPORT-VALUE", "born", "a day" },
        { """{"type":"person","number":"X1","last":"A","first":"B","born":"2023-02-29"}""", "R-IMPORT-VALUE", "born", "a day" },
        { """{"type":"person","number":7,"last":"A","first":"B"}""", "R-IMPORT-VALUE", "number", "text" },
        { """{"type":"person","number":"X1","last":"A","first":"B","ssn_status":"sure"}""", "R-IMPORT-VALUE", "ssn_status", "one of unverified" },
        { """{"type":"person","number":"X1","last":"A","first":"B","family_violence":"yes"}""", "R-IMPORT-VALUE", "family_violence", "true or false" },
        { """{"type":"term","obligation":"26-104-00007-5/1","amount_cents":400.5,"frequency":"monthly","from":"2027-01-01"}""", "R-IMPORT-VALUE", "amount_cents", "whole number of cents" },
        { """{"type":"term","obligation":"26-104-00007-5/1","amount_cents":1e30,"frequency":"monthly","from":"2027-01-01"}""", "R-IMPORT-VALUE", "amount_cents", "whole number of cents" },
        { """{"type":"person","number":"X1","last":"\ud800","first":"B"}""", "R-IMPORT-TEXT", "", "no text" },
        { """{"type":"person","number":"X 1","last":"A","first":"B"}""", "R-PERSON-NUMBER", "number", "letters" },
        { """{"type":"person","number":"X1","last":" ","first":"B"}""", "R-NAME-EMPTY", "last", "last name" },
        { """{"type":"person","number":"X1","last":"A","first":"B","ssn":"000-12-3456"}""", "R-SSN", "ssn", "000" },
        { """{"type":"person","number":"X1","last":"A","first":"B","born":"2026-03-21"}""", "R-BORN-FUTURE", "born", "21 Mar 2026" },
        { """{"type":"person","number":"F1","last":"A","first":"B"}""", "R-IMPORT-PERSON-THERE", "number", "F1" },
        { """{"type":"address","person":"M1","kind":"residence","line1":"9 Oak","city":"Bend","state":"OR","zip":"97701","source":"x","from":"2025-01-01"}""", "R-IMPORT-OVERLAP", "from", "residence address from 1 Jan 2020 on" },
        { """{"type":"address","person":"M2","kind":"residence","line1":"9 Oak","city":"Bend","state":"XX","zip":"97701","source":"x","from":"2025-01-01"}""", "R-ADDRESS-STATE", "state", "XX" },
        { """{"type":"phone","person":"M1","number":"0000000000","from":"2020-01-01"}""", "R-PHONE", "number", "not a telephone number" },
        { """{"type":"employment","person":"F1","fein":"94-0000001","from":"2024-01-01"}""", "R-IMPORT-REFERS", "fein", "940000001" },
        { """{"type":"account","person":"M2","routing":"021000022","account":"1234","kind":"checking","from":"2025-11-01"}""", "R-ROUTING", "routing", "routing" },
        { """{"type":"account","person":"M2","routing":"021000021","account":"4111111111111111","kind":"checking","from":"2025-11-01"}""", "R-ACCOUNT-CARD", "account", "card" },
        { """{"type":"method","person":"M1","method":"warrant","from":"2026-01-01"}""", "R-IMPORT-OVERLAP", "from", "payment method" },
        { """{"type":"method","person":"F1","method":"deposit","routing":"021000021","account":"12345678","from":"2026-01-01"}""", "R-IMPORT-ACCOUNT", "account", "no such account" },
        { """{"type":"case","number":"26-104-00009-2","office":104,"obligor":"F1","custodian":"C1","opened_on":"2026-01-01"}""", "R-IMPORT-CASE-NUMBER", "number", "last digit" },
        { """{"type":"case","number":"26-104-00009-1","office":9,"obligor":"F1","custodian":"C1","opened_on":"2026-01-01"}""", "R-IMPORT-REFERS", "office", "office" },
        { """{"type":"case","number":"26-104-00009-1","office":104,"obligor":"F1","custodian":"M1","opened_on":"2026-01-01"}""", "R-IMPORT-CASE-SAME", "custodian", "26-104-00007-5" },
        { """{"type":"case","number":"26-104-00009-1","office":104,"obligor":"F1","custodian":"F1","opened_on":"2026-01-01"}""", "R-CASE-ONE-PARTY", "custodian", "both" },
        { """{"type":"case","number":"26-104-00009-1","office":104,"obligor":"F1","custodian":"C1","policy":"us-zz","opened_on":"2026-01-01"}""", "R-IMPORT-POLICY", "policy", "us-zz" },
        { """{"type":"case","number":"26-104-00009-1","office":104,"obligor":"F1","custodian":"C1","status":"closed","opened_on":"2026-01-01"}""", "R-IMPORT-CLOSED", "closed_on", "closed" },
        { """{"type":"participant","case":"26-104-00007-5","person":"C1","role":"other","from":"2026-01-01"}""", "R-IMPORT-PARTY", "person", "twice" },
        { """{"type":"order","case":"26-104-00007-5","docket":"26DR1","tribunal":"X","issuing_state":"OR","signed_on":"2025-12-20","effective_on":"2026-01-01"}""", "R-IMPORT-ORDER-THERE", "docket", "26DR1" },
        { """{"type":"obligation","key":"26-104-00007-5/2","case":"26-104-00007-5","docket":"26DR9","kind":"child","end_rule":"date","ends_on":"2030-01-01"}""", "R-IMPORT-REFERS", "docket", "26DR9" },
        { """{"type":"obligation","key":"26-104-00007-5/2","case":"26-104-00007-5","docket":"26DR1","kind":"child","supported":"C2","end_rule":"date","ends_on":"2030-01-01"}""", "R-IMPORT-CHILD", "supported", "C2" },
        { """{"type":"obligation","key":"26-104-00007-5/2","case":"26-104-00007-5","docket":"26DR1","kind":"child","end_rule":"none_for_judgment"}""", "R-END-NONE", "end_rule", "judgment" },
        { """{"type":"obligation","key":"26-104-00007-5/2","case":"26-104-00007-5","docket":"26DR1","kind":"child","end_rule":"date","ends_on":"2030-01-01","secondary":true}""", "R-IMPORT-SECONDARY", "joint_group", "group" },
        { """{"type":"term","obligation":"26-104-00007-5/1","amount_cents":30000,"frequency":"monthly","from":"2026-03-01"}""", "R-TERM-OVERLAP", "from", "already has $400.00 monthly" },
        { """{"type":"term","obligation":"26-104-00007-5/1","amount_cents":30000,"frequency":"monthly","from":"2025-12-01","change":true}""", "R-TERM-BEFORE-ORDER", "from", "1 Dec 2025" },
        { """{"type":"opening_balance","obligation":"26-104-00007-5/1","class":"NA","month":"undated","amount_cents":1,"as_of":"2026-01-01","source_document":"x"}""", "R-OPENING-TWICE", "month", "already" },
        { """{"type":"opening_balance","obligation":"26-104-00007-5/1","class":"PA","month":"undated","amount_cents":1,"as_of":"2026-01-01","source_document":"x"}""", "R-OPENING-ASSISTANCE", "class", "cash assistance" },
        { """{"type":"adjustment","key":"k","obligation":"26-104-00007-5/1","amount_cents":-900000,"class":"NA","month":"undated","on":"2026-01-16","reason":"x"}""", "R-IMPORT-ADJUST-OWED", "amount_cents", "only $4,000.00" },
        { """{"type":"spell","program":"tanf","custodian":"M2","from":"2026-02-10"}""", "R-SPELL-OVERLAP", "from", "already" },
        { """{"type":"grant","key":"k","program":"tanf","custodian":"M2","month":"2026-01","amount_cents":100}""", "R-GRANT-NO-SPELL", "month", "January 2026" },
        { """{"type":"grant","key":"k","program":"tanf","custodian":"M2","month":"2026-02","amount_cents":-15001}""", "R-IMPORT-GRANT-BELOW", "amount_cents", "February 2026" },
        { """{"type":"receipt","key":"OLD/2","source":"voluntary","tender":"check","amount_cents":1,"collected_on":"2026-02-10","received_on":"2026-02-10"}""", "R-IMPORT-THERE", "key", "OLD/2" },
        { """{"type":"receipt","key":"k","source":"voluntary","tender":"check","amount_cents":0,"collected_on":"2026-02-10","received_on":"2026-02-10"}""", "R-IMPORT-AMOUNT", "amount_cents", "above" },
        { """{"type":"receipt","key":"k","source":"voluntary","tender":"check","amount_cents":1,"collected_on":"2026-02-10","received_on":"2026-03-21"}""", "R-DATE-FUTURE", "received_on", "21 Mar 2026" },
        { """{"type":"receipt","key":"k","source":"voluntary","tender":"check","amount_cents":1,"collected_on":"2026-02-10","received_on":"2026-02-10","obligor":"M1"}""", "R-IMPORT-RECEIPT-NO-CASE", "obligor", "owes in no case" },
        { """{"type":"receipt","key":"k","source":"voluntary","tender":"check","amount_cents":1,"collected_on":"2026-02-10","received_on":"2026-02-10","paid_out_elsewhere":true}""", "R-IMPORT-RECEIPT-PAID", "paid_out_elsewhere", "nobody" },
    };

    [Theory, MemberData(nameof(Faulty))]
    public async Task A_faulty_line_is_refused_with_its_place_and_nothing_of_the_file_is_taken(string line, string code, string field, string named)
    {
        using var database = TestDatabases.Create(TestDatabases.Sqlite);
        var report = (await ImportAsync(database, [.. Everything, line])).Value;
        Assert.Equal("refused", report.Status);
        var fault = Assert.Single(report.Faults);
        Assert.Equal((code, field, Everything.Length + 2L), (fault.Code, fault.Field, fault.Line));
        Assert.Contains(named, fault.What, StringComparison.Ordinal);
        Assert.True(fault.Remedy.Length > 0);
        if (field.Length > 0 && line.Contains($"\"{field}\":", StringComparison.Ordinal) && code != "R-IMPORT-TWICE") Assert.Equal(line.IndexOf($"\"{field}\":", StringComparison.Ordinal) + field.Length + 4, fault.Column);
        await using var db = database.Store.Read();
        Assert.Equal(0, await db.People.CountAsync());
    }

    [Theory, EachEngine]
    public async Task Good_lines_are_taken_beside_faulty_ones_when_that_is_asked_for(string engine)
    {
        using var database = TestDatabases.Create(engine);
        string[] lines = [.. Everything, """{"type":"person","number":"X1","last":"","first":"B"}""", """{"type":"alias","person":"X1","last":"C","first":"D"}""", """{"type":"person","number":"X2","last":"E","first":"F"}"""];
        Assert.Equal("refused", (await ImportAsync(database, lines)).Value.Status);
        var report = (await ImportAsync(database, lines, new() { KeepGood = true })).Value;
        Assert.Equal(("imported", 2), (report.Status, (int)report.FaultCount));
        Assert.Equal(["R-NAME-EMPTY", "R-IMPORT-REFERS"], report.Faults.Select(f => f.Code));
        await using var db = database.Store.Read();
        Assert.Equal(["X2"], await db.People.Where(p => p.Number.StartsWith("X")).Select(p => p.Number).ToListAsync());
    }

    [Theory, EachEngine]
    public async Task A_file_joins_circles_that_have_books(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var (one, two) = (await bureau.FamilyAsync(400), await bureau.FamilyAsync(300));
        await bureau.ReceiveAsync(one.Obligor, 500, new(2026, 1, 10));
        await bureau.ReceiveAsync(two.Obligor, 100, new(2026, 1, 10));
        await TakenAsync(database,
        [
            $$"""{"type":"case","number":"26-104-00077-8","office":104,"obligor":"{{one.Obligor}}","custodian":"{{two.Custodian}}","policy":"us","opened_on":"2026-01-01"}""",
            """{"type":"order","case":"26-104-00077-8","docket":"26DR9","tribunal":"Circuit Court","issuing_state":"OR","signed_on":"2025-12-20","effective_on":"2026-01-01"}""",
            """{"type":"obligation","key":"26-104-00077-8/1","case":"26-104-00077-8","docket":"26DR9","kind":"child","end_rule":"date","ends_on":"2030-01-01"}""",
            """{"type":"term","obligation":"26-104-00077-8/1","amount_cents":10000,"frequency":"monthly","from":"2026-01-01"}""",
            $$"""{"type":"spell","program":"tanf","custodian":"{{one.Custodian}}","from":"2026-03-01"}""",
        ]);
        await using var db = database.Store.Read();
        Assert.Single(await db.Cases.Select(c => c.CircleId).Distinct().ToListAsync());
        Assert.Single(await db.CircleMerges.ToListAsync());
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Fact]
    public async Task A_file_without_an_office_or_head_is_refused_in_words()
    {
        using var database = TestDatabases.Create(TestDatabases.Sqlite);
        var none = await Transfer.ImportAsync(database.Store, Policies, Stream("""{"caseload":1}""" + "\n"), new("a", Mover));
        Assert.Equal("R-IMPORT-NO-OFFICE", Assert.Single(none.Value.Faults).Code);
        Assert.Equal("R-IMPORT-HEAD", (await Transfer.ImportAsync(database.Store, Policies, Stream("""{"type":"person"}"""), new("b", Mover))).Refusal?.Code);
        Assert.Equal("R-IMPORT-HEAD", (await Transfer.ImportAsync(database.Store, Policies, Stream(""), new("c", Mover))).Refusal?.Code);
        Assert.Equal("R-IMPORT-VERSION", (await Transfer.ImportAsync(database.Store, Policies, Stream("""{"caseload":2}"""), new("d", Mover))).Refusal?.Code);
    }

    [Fact]
    public async Task Marks_line_ends_and_empty_lines_do_not_matter()
    {
        using var database = TestDatabases.Create(TestDatabases.Sqlite);
        var text = "\uFEFF" + Head + "\r\n\r\n" + string.Join("\r\n", Everything);
        var done = await Transfer.ImportAsync(database.Store, Policies, Stream(text), new("a", Mover, "taken over"));
        Assert.Equal("imported", done.Value.Status);
    }

    private static async Task<ImportReport> TakenAsync(TestDatabase database, IEnumerable<string> lines)
    {
        var done = await ImportAsync(database, lines);
        Assert.True(done.Ok, done.ToString());
        Assert.Equal("", string.Join("; ", done.Value.Faults));
        return done.Value;
    }

    private static Task<Outcome<ImportReport>> ImportAsync(TestDatabase database, IEnumerable<string> lines, ImportOptions? options = null) =>
        Transfer.ImportAsync(database.Store, Policies, Stream($"{Head}\n{string.Join('\n', lines)}\n"), new($"import-{Guid.NewGuid():N}", Mover, "taken over"), options);

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task<string> ExportAsync(AlimentaStore store)
    {
        using var to = new MemoryStream();
        await Transfer.ExportAsync(store, to, ExportKind.Caseload, Mover);
        return Encoding.UTF8.GetString(to.ToArray());
    }

    private static async Task<List<string>> BalancesAsync(AlimentaDb db) =>
        [.. (await db.CaseAccounts.Join(db.Cases, a => a.CaseId, c => c.Id, (a, c) => new { c.Number, a.Current, a.Na, a.Pa, a.Uda }).ToListAsync()).Select(a => a.ToString()!)
            .Concat((await OpenItems.ReadAsync(db)).Select(c => $"{c.Key} {string.Join(' ', c.Value)}")).Order(StringComparer.Ordinal)];
}
