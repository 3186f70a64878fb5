using System.Globalization;
using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Office.Accounting;
using Alimenta.Office.Enforcement;
using Alimenta.Office.Tests.Accounting;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Enforcement;

/// <summary>A county of obligors who owe made-up amounts of every class, in three states, with everything that keeps someone off a list.</summary>
internal sealed class OwingCounty
{
    public static readonly DateOnly FirstDay = new(2026, 11, 20);
    public static readonly PolicyDesk Law = new(LawStore.BuiltIn);
    private static readonly string[] Policies = ["us-or", "us-ny", "us-ia"];

    private OwingCounty(SmallCounty small) => Small = small;

    public SmallCounty Small { get; }

    public TestDatabase Database => Small.Database;

    public List<Family> Families { get; } = [];

    public static async Task<OwingCounty> MakeAsync(string engine, int families = 24, int seed = 11)
    {
        var county = new OwingCounty(await SmallCounty.OpenAsync(TestDatabases.Create(engine), FirstDay));
        var chance = new Random(seed);
        for (var i = 0; i < families; i++)
        {
            // Some have two cases, in one state or in two.
            var other = i % 5 == 4 ? county.Families[^1] : null;
            var family = await county.Small.FamilyAsync(100, FirstDay.AddDays(-1), Policies[i % 7 == 6 ? 1 : (other is null ? i : i - 1) % 3], other?.ObligorId, circle: other?.CircleId, address: i % 6 != 1);
            county.Families.Add(family);
            county.Owe(family, [.. Enumerable.Range(0, 8).Select(_ => chance.Next(3) == 0 ? chance.Next(1, 2_000) * 100L : 0L)]);
            var status = (i % 8) switch { 0 => "unverified", 1 => "invalid", _ => "verified" };
            county.Database.Execute($"update person set ssn_status = '{status}' where id = {family.ObligorId}");
            if (i % 9 == 2) county.Database.Execute($"update person set ssn_digits = null where id = {family.ObligorId}");
            if (i % 10 == 3) county.Database.Execute($"update person set family_violence = {(engine == TestDatabases.Postgres ? "true" : "1")} where id = {family.CustodianId}");
            if (i % 11 == 7) county.Database.Execute($"update person set died = {county.Day(FirstDay)} where id = {family.ObligorId}");
        }

        return county;
    }

    /// <summary>What a case owes, in cents: NA, PA, TA, CA, UDA, UPA, FC, MED.</summary>
    public void Owe(Family family, params long[] cents) => Database.Execute(string.Create(CultureInfo.InvariantCulture,
        $"update case_account set na = {cents[0]}, pa = {cents[1]}, ta = {cents[2]}, ca = {cents[3]}, uda = {cents[4]}, upa = {cents[5]}, fc = {cents[6]}, med = {cents[7]} where case_id = {family.CaseId}"));

    public void OpenDay(DateOnly date) => Database.Execute($"update business_day set business_date = {Day(date)}");

    public string Day(DateOnly date) => Database.Engine == TestDatabases.Postgres ? $"date '{date:yyyy-MM-dd}'" : $"'{date:yyyy-MM-dd}'";

    /// <summary>Makes the selection of the business day.</summary>
    public Task<long> SelectAsync(int part = 1000) => SelectAsync(Database.Store, part);

    public static async Task<long> SelectAsync(AlimentaStore store, int part = 1000)
    {
        var started = await Bureau.Must(new SelectionRun(store) { ObligorsAPart = part }.StartAsync());
        await new SelectionRuns(store, Law).WorkAsync(started.Run, "test");
        return started.Run;
    }

    /// <summary>The whole list with its history, without numbers that depend on who worked first.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(AlimentaStore store, bool open = false)
    {
        await using var db = store.Read();
        var rows = await db.RemedySelections.Where(s => !open || s.To == null).ToListAsync();
        return [.. rows.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.ObligorId} {s.Policy} {s.Remedy} {s.Debt} {s.Standing} {s.Reason} {s.Amount} since {s.Since:o} from {s.From:o} to {s.To:o} {s.Ended} {s.Facts}")).Order(StringComparer.Ordinal)];
    }
}
