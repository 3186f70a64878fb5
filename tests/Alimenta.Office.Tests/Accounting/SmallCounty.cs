using System.Globalization;
using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Ledger;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Receipts;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Accounting;

/// <summary>A family of the small county.</summary>
/// <param name="Number">Its case.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="CircleId">Its circle when it was made.</param>
/// <param name="ObligorId">Who pays.</param>
/// <param name="CustodianId">Who is paid.</param>
/// <param name="OrderId">The order.</param>
/// <param name="ObligationId">The obligation.</param>
public sealed record Family(string Number, long CaseId, long CircleId, long ObligorId, long CustodianId, long OrderId, long ObligationId);

/// <summary>A county of a few families whose days are lived through the door for writes, with rows made directly.</summary>
public sealed class SmallCounty(TestDatabase database)
{
    public static readonly Actor Maker = new(7, "M. Lindqvist");
    public static readonly Actor Releaser = new(8, "A. Brandt");
    private int _keys;
    private int _families;
    private int _receipts;

    public AlimentaStore Store => database.Store;

    public TestDatabase Database => database;

    public PolicyDesk Policies { get; } = new(LawStore.BuiltIn);

    public DateOnly Today { get; private set; }

    public static async Task<SmallCounty> OpenAsync(TestDatabase database, DateOnly on)
    {
        var county = new SmallCounty(database) { Today = on };
        await county.DoAsync("setup", async ctx =>
        {
            ctx.Add(new BusinessDay { Date = on });
            ctx.Add(new Alimenta.Data.Office { Code = 104, Name = "Multnomah", State = "OR", Fips = "41051" });
            await SpecialPeople.EnsureAsync(ctx);
            return true;
        });
        return county;
    }

    /// <summary>Runs a command that may not be refused.</summary>
    public async Task<T> DoAsync<T>(string kind, Func<CommandContext, Task<T>> work)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{kind}-{++_keys}");
        var done = await Store.Commands.RunAsync<T>(new(key, kind, new { key }, Maker, "for the test"), async ctx => await work(ctx));
        return done.Ok ? done.Value : throw new InvalidOperationException(done.Refusal!.ToString());
    }

    /// <summary>Opens a case with one monthly obligation. Other families' people may be named to make a circle of several cases.</summary>
    public Task<Family> FamilyAsync(int dollars, DateOnly from, string policy = "us", long? obligor = null, long? custodian = null, bool address = true, long? circle = null) =>
        DoAsync("family", async ctx =>
        {
            var n = ++_families;
            var number = CaseNumber.Make(from.Year, 104, n).ToString();
            var child = ctx.Add(new Person { Number = $"P{n}3", First = "Mara", Last = $"Brandt{n}", SearchName = $"BRANDT{n} MARA", Born = from.AddYears(-6) });
            var owes = obligor ?? ctx.Add(new Person { Number = $"P{n}1", First = "Daniel", Last = $"Okafor{n}", SearchName = $"OKAFOR{n} DANIEL", SsnDigits = $"{500_000_000 + n}" }).Id;
            var gets = custodian ?? ctx.Add(new Person { Number = $"P{n}2", First = "Lena", Last = $"Brandt{n}", SearchName = $"BRANDT{n} LENA", SsnDigits = $"{520_000_000 + n}" }).Id;
            if (custodian is null && address) ctx.Add(new Address { PersonId = gets, Line1 = $"{n} Elm St", City = "Portland", State = "OR", Zip = "97201", From = from, Verified = true });
            var office = await ctx.Db.Offices.Select(o => o.Id).FirstAsync(ctx.Cancel);
            var file = ctx.Add(new CaseFile { Number = number, CircleId = circle ?? ctx.NextId("circle"), ObligorId = owes, CustodianId = gets, Policy = policy, OfficeId = office, OpenedOn = from });
            foreach (var (person, role) in new[] { (owes, ParticipantRole.Obligor), (gets, ParticipantRole.Custodian), (child.Id, ParticipantRole.Child) })
                ctx.Add(new Participant { CaseId = file.Id, PersonId = person, Role = role, From = from });
            var order = ctx.Add(new SupportOrder { CaseId = file.Id, Tribunal = "Circuit Court", Docket = $"24DR{n:00000}", IssuingState = policy == "us-ia" ? "IA" : "OR", SignedOn = from, EffectiveOn = from });
            var obligation = ctx.Add(new Obligation { OrderId = order.Id, CaseId = file.Id, NaturalKey = $"{number}/1", SupportedPersonId = child.Id, EndRule = EndRule.Emancipation, EndState = "OR" });
            ctx.Add(new ObligationTerm { ObligationId = obligation.Id, Amount = Money.Of(dollars), Frequency = Frequency.Monthly, From = from, AnchorDate = from, RecordedAt = ctx.Now });
            await BringUpAsync(ctx, file.CircleId);
            return new Family(number, file.Id, file.CircleId, owes, gets, order.Id, obligation.Id);
        });

    /// <summary>Money comes in; without an obligor it waits unidentified.</summary>
    public Task<Receipt> ReceiveAsync(Family? family, int dollars, ReceiptSource source = ReceiptSource.IncomeWithholding, DateOnly? collected = null, bool joint = false, int cents = 0) =>
        DoAsync("receive", async ctx =>
        {
            var receipt = new Receipt
            {
                Id = ctx.NextId<Receipt>(), NaturalKey = $"TEST/{++_receipts:00000}", Source = source, Tender = Tender.Check, Amount = Money.Of(dollars, cents), NetAmount = Money.Of(dollars, cents), CollectedOn = collected ?? Today,
                ReceivedOn = Today, ObligorId = family?.ObligorId, JointReturn = joint, NoticeOn = joint ? Today : null, PayorName = "Harlow Mills",
                Status = family is null ? ReceiptStatus.Unidentified : ReceiptStatus.Identified, RecordedAt = ctx.Now,
            };
            await ctx.BulkAddAsync([receipt]);
            ctx.Post(ReceiptEntries.Received(receipt));
            if (family is null)
            {
                ctx.Add(new Hold { ReceiptId = receipt.Id, Amount = receipt.Amount, Reason = HoldReason.Unidentified, Citation = "42 USC 654b(c)(1)", Owner = HoldRules.Accounting, PlacedOn = Today, ReviewOn = Today.AddDays(30) });
                return receipt;
            }

            ctx.Post(ReceiptEntries.Identified(receipt, 1, Today));
            await BringUpAsync(ctx, family.CircleId);
            return receipt;
        });

    /// <summary>The business date moves; every circle is brought up to it.</summary>
    public Task<bool> DayAsync(DateOnly on) => DoAsync("day", async ctx =>
    {
        (await ctx.Db.BusinessDays.SingleAsync(ctx.Cancel)).Date = Today = on;
        await BringUpAsync(ctx, [.. await ctx.Db.Cases.Select(c => c.CircleId).Distinct().ToListAsync(ctx.Cancel)]);
        return true;
    });

    public Task<bool> AssistAsync(Family family, DateOnly from, DateOnly? to) => DoAsync("assist", async ctx =>
    {
        ctx.Add(new AssistanceSpell { Program = AssistanceProgram.Tanf, CustodianId = family.CustodianId, From = from, To = to, RecordedAt = ctx.Now });
        await BringUpAsync(ctx, family.CircleId);
        return true;
    });

    public Task<bool> GrantAsync(Family family, DateOnly on, int dollars) => DoAsync("grant", async ctx =>
    {
        ctx.Add(new AssistanceGrant { NaturalKey = $"G{family.Number}:{on:yyyyMMdd}:{dollars}", CustodianId = family.CustodianId, Program = AssistanceProgram.Tanf, Month = SupportMonth.Of(on), EffectiveOn = on, Amount = Money.Of(dollars), RecordedAt = ctx.Now });
        await BringUpAsync(ctx, family.CircleId);
        return true;
    });

    /// <summary>Pays what is payable and releases the files.</summary>
    public async Task<int> PayOutAsync(bool release = true)
    {
        var made = await new DisbursementRun(Store, Policies, BankSettings.Demonstration).RunAsync($"pay-{++_keys}", Maker);
        if (!made.Ok) throw new InvalidOperationException(made.Refusal!.ToString());
        foreach (var file in release ? made.Value.Files : [])
        {
            var left = await new ReleaseFile(Store).RunAsync(file.Id, file.AmountCents, $"release-{file.Identity}", Releaser);
            if (!left.Ok) throw new InvalidOperationException(left.Refusal!.ToString());
        }

        return made.Value.Payments;
    }

    public Task<ProofReport> ProveAsync() => Proof.ProveAsync(Store, Policies, new(ProofPlays.All));

    private async Task BringUpAsync(CommandContext ctx, params long[] circles)
    {
        await ctx.FlushAsync();
        await ctx.LockCirclesAsync(circles);
        await new CirclePosting(Policies).BringUpAsync(ctx, circles, Today, "for the test");
    }
}
