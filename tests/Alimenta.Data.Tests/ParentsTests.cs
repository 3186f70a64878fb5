using System.Data.Common;
using Alimenta.Testing;

namespace Alimenta.Data.Tests;

/// <summary>What a payment writes cannot name what is not there, also for someone with the password; PostgreSQL looks at whole statements instead of rows.</summary>
public sealed class ParentsTests
{
    private static readonly (string Table, string Column)[] Names =
    [
        ("receipt", "batch_id"), ("receipt", "directed_case_id"), ("receipt", "directed_order_id"), ("receipt", "employer_id"), ("receipt", "inbound_item_id"), ("receipt", "obligor_id"),
        ("identification", "obligor_id"), ("identification", "receipt_id"),
        ("payable", "case_id"), ("payable", "disbursement_id"), ("payable", "hold_id"), ("payable", "payee_id"), ("payable", "receipt_id"),
        ("hold", "case_id"), ("hold", "payee_id"), ("hold", "receipt_id"),
        ("disbursement", "bank_account_id"), ("disbursement", "file_id"), ("disbursement", "payee_id"),
    ];

    [Theory, EachEngine]
    public async Task A_row_that_names_what_is_not_there_is_refused(string engine)
    {
        using var database = await PaidAsync(engine);
        var number = 0;
        foreach (var (table, column) in Names)
        {
            var changed = Assert.ThrowsAny<DbException>(() => database.Execute($"update {table} set {column} = 987654"));
            Assert.Matches("not there|FOREIGN KEY", changed.Message);
            // The same row again under another number is taken; with a stranger it is not.
            var others = Columns(database, table).Where(c => c != "id" && c != column && c != "natural_key").ToList();
            Assert.Equal(1, database.Execute(Copy(table, column, others, 1_000 + number++, column)));
            var added = Assert.ThrowsAny<DbException>(() => database.Execute(Copy(table, column, others, 5_000, "987654")));
            Assert.Matches("not there|FOREIGN KEY", added.Message);
        }
    }

    [Theory, EachEngine]
    public async Task What_others_name_is_never_deleted(string engine)
    {
        using var database = await PaidAsync(engine);
        foreach (var table in (string[])["person", "case_file", "support_order", "employer", "receipt_batch", "inbound_item", "receipt", "hold", "disbursement", "disbursement_file", "bank_account"])
        {
            var refused = Assert.ThrowsAny<DbException>(() => database.Execute($"delete from {table}"));
            Assert.Matches("never deleted|FOREIGN KEY", refused.Message);
        }
    }

    /// <summary>A family with a receipt of each parent, a payable, a hold and what belongs to them.</summary>
    private static async Task<TestDatabase> PaidAsync(string engine)
    {
        var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        await DoorTests.Run(database, context =>
        {
            var employer = context.Add(new Employer { Fein = "930000001", Name = "Made-up Mill", SearchName = "MADE UP MILL" });
            var file = context.Add(new InboundFile { Name = "f.ach", FileKey = "f", ContentKey = "f", Kind = "ach", ReceivedAt = context.Now, BusinessDate = World.Today });
            var item = context.Add(new InboundItem { FileId = file.Id, Kind = "credit", ItemKey = "i", ContentKey = "i" });
            var batch = context.Add(new ReceiptBatch { OpenedBy = World.Worker.UserId });
            var receipt = context.Add(new Receipt
            {
                NaturalKey = "R1", Amount = new(100), NetAmount = new(100), CollectedOn = World.Today, ReceivedOn = World.Today, RecordedAt = context.Now, ObligorId = family.ObligorId,
                DirectedCaseId = family.CaseId, DirectedOrderId = family.OrderId, EmployerId = employer.Id, InboundItemId = item.Id, BatchId = batch.Id,
            });
            context.Add(new Identification { ReceiptId = receipt.Id, ObligorId = family.ObligorId, Rule = "ssn", At = context.Now });
            var hold = context.Add(new Hold { ReceiptId = receipt.Id, CaseId = family.CaseId, PayeeId = family.CustodianId, Amount = new(100), PlacedOn = World.Today, ReviewOn = World.Today });
            var account = context.Add(new BankAccount { PersonId = family.CustodianId, Routing = "123000848", AccountNumber = "1", From = World.Today });
            var made = context.Add(new DisbursementFile { Identity = "F1", BusinessDate = World.Today, CreatedAt = context.Now });
            var paid = context.Add(new Disbursement { NaturalKey = "D1", BankAccountId = account.Id, FileId = made.Id, PayeeId = family.CustodianId, Amount = new(100), On = World.Today });
            context.Add(new Payable
            {
                PayeeId = family.CustodianId, CaseId = family.CaseId, ReceiptId = receipt.Id, HoldId = hold.Id, DisbursementId = paid.Id, Amount = new(100), DueOn = World.Today, CreatedOn = World.Today,
            });
            return Task.CompletedTask;
        });
        return database;
    }

    private static string Copy(string table, string column, List<string> others, int id, string value)
    {
        var (key, named) = table is "receipt" or "disbursement" ? (", natural_key", $", '{id}'") : ("", "");
        return $"insert into {table} (id, {column}{key}, {string.Join(", ", others)}) select {id}, {value}{named}, {string.Join(", ", others)} from {table} order by id limit 1";
    }

    private static List<string> Columns(TestDatabase database, string table)
    {
        var names = database.Engine == TestDatabases.Postgres
            ? $"select string_agg(column_name, ',') from information_schema.columns where table_name = '{table}'"
            : $"select group_concat(name) from pragma_table_info('{table}')";
        return [.. ((string)database.Scalar(names)!).Split(',')];
    }
}
