using Alimenta.Office.Reading;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Reading;

public sealed class SearchTests(ReadCounty lived) : IClassFixture<ReadCounty>
{
    /// <summary>What is typed, and what must be found first.</summary>
    public static TheoryData<string, string, SearchKind, string> Typed => Each(
        ("26-104-00001-8", SearchKind.Case, "case number"), ("26104000018", SearchKind.Case, "case number"), ("26-104-00001", SearchKind.Case, "case number but for its check digit"),
        ("26-104-00001-1", SearchKind.Case, "case number but for its check digit"),
        ("500-00-0001", SearchKind.Person, "Social Security number"), ("500000001", SearchKind.Person, "Social Security number"), ("0001", SearchKind.Person, "last four digits of the Social Security number"),
        ("P11", SearchKind.Person, "person number"), ("p11", SearchKind.Person, "person number"),
        ("Okafor1", SearchKind.Person, "name"), ("okafor1, dan", SearchKind.Person, "name"), ("Daniel Okafor1", SearchKind.Person, "name"), ("okafor1 daniel", SearchKind.Person, "name"),
        ("Muñoz-García", SearchKind.Person, "name"), ("munozgarcia", SearchKind.Person, "name"), ("José María Muñoz García", SearchKind.Person, "name"), ("munoz garcia, jose", SearchKind.Person, "name"),
        ("O'Kafor Danny", SearchKind.Person, "other name"), ("munosgarcia", SearchKind.Person, "a name that differs by one letter"), ("munozgracia jose", SearchKind.Person, "a name that differs by one letter"),
        ("okaofr danny", SearchKind.Person, "another name that differs by one letter"),
        ("Okafor1 / Brandt1", SearchKind.Case, "names of the case"), ("okafor4/munoz garcia", SearchKind.Case, "names of the case"),
        ("24dr00001", SearchKind.Order, "order number"),
        ("harlow", SearchKind.Employer, "name of the employer"), ("93-0123456", SearchKind.Employer, "employer number"), ("hm tex", SearchKind.Employer, "other name of the employer"),
        ("TEST/00001", SearchKind.Receipt, "receipt number"), ("20260302/P12", SearchKind.Payment, "payment number"));

    [Theory, MemberData(nameof(Typed))]
    public async Task It_is_found(string engine, string typed, SearchKind kind, string match)
    {
        var result = await new Search(lived.On(engine).Store).FindAsync(ReadCounty.Reader, typed);
        var hit = result.Hits.FirstOrDefault(h => h.Kind == kind && h.Match == match);
        Assert.True(hit is not null, $"found {string.Join(", ", result.Hits.Select(h => $"{h.Kind} {h.Title} ({h.Match})"))}");
    }

    [Theory, EachEngine]
    public async Task A_protected_person_is_found_with_the_flag_and_without_an_address(string engine)
    {
        var hit = (await new Search(lived.On(engine).Store).FindAsync(ReadCounty.Reader, "munozgarcia")).Hits.Single();
        Assert.True(hit.FamilyViolence);
        Assert.Equal([lived.On(engine).Fourth.Number], hit.Cases);
        Assert.DoesNotContain("Secret", $"{hit}", StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task A_trace_number_leads_to_the_receipt(string engine)
    {
        var county = lived.On(engine);
        var item = (await new FilesIn(county.Store).ReadAsync(ReadCounty.Reader, county.FileId)).Value.Items.Items[1];
        var hit = Assert.Single((await new Search(county.Store).FindAsync(ReadCounty.Reader, item.Trace)).Hits, h => h.Kind == SearchKind.Receipt);
        Assert.Equal((item.ReceiptKey, "trace number"), (hit.Key, hit.Match));
        Assert.Equal([county.Third.Number], hit.Cases);
    }

    [Theory, EachEngine]
    public async Task An_employer_leads_to_cases_of_people_who_work_there_and_a_case_is_not_found_the_wrong_way_round(string engine)
    {
        var county = lived.On(engine);
        var search = new Search(county.Store);
        var hit = Assert.Single((await search.FindAsync(ReadCounty.Reader, "harlow")).Hits, h => h.Kind == SearchKind.Employer);
        Assert.Equal([county.Third.Number, county.First.Number, county.Second.Number], hit.Cases);
        Assert.DoesNotContain((await search.FindAsync(ReadCounty.Reader, "Brandt1 / Okafor1")).Hits, h => h.Kind == SearchKind.Case);
    }

    [Theory, EachEngine]
    public async Task Nothing_and_nonsense_find_nothing(string engine)
    {
        foreach (var typed in new[] { "", "   ", "zzzzqq", "%", "_", "'; drop table person; --", "999-99-9999", "日本" })
            Assert.Empty((await new Search(lived.On(engine).Store).FindAsync(ReadCounty.Reader, typed)).Hits);
    }

    [Theory, EachEngine]
    public async Task A_search_is_recorded_without_the_number_searched_for(string engine)
    {
        var store = lived.On(engine).Store;
        await new Search(store).FindAsync(ReadCounty.Reader, "500-00-0002");
        await using var db = store.Read();
        var events = await db.AuditEvents.Where(a => a.Action == "search").Select(a => a.ObjectId + " " + a.Detail).ToListAsync();
        Assert.Contains("***0002 0 found", events);
        Assert.DoesNotContain(events, e => e.Contains("500-00", StringComparison.Ordinal) || e.Contains("50000", StringComparison.Ordinal));
    }

    private static TheoryData<string, string, SearchKind, string> Each(params (string Typed, SearchKind Kind, string Match)[] rows)
    {
        var data = new TheoryData<string, string, SearchKind, string>();
        foreach (var engine in (string[])[TestDatabases.Sqlite, TestDatabases.Postgres])
            foreach (var (typed, kind, match) in rows) data.Add(engine, typed, kind, match);
        return data;
    }
}
