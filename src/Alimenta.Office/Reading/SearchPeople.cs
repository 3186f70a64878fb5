using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>The part of a search that finds people.</summary>
internal sealed class SearchPeople(Dialect dialect)
{
    private readonly List<(IReadOnlyList<Seen> People, NameReading? First)> _answers = [];

    public void Ask(Questions ask, SearchText text)
    {
        if (text.Ssn.Length > 0) By(ask.With("@ssn", text.Ssn), "p.ssn_digits = @ssn", "Social Security number");
        if (text.LastFour.Length > 0) By(ask.With("@last4", text.LastFour), "substr(p.ssn_digits, 6) = @last4", "last four digits of the Social Security number");
        By(ask, "p.number = @upper", "person number");
        for (var i = 0; i < text.Names.Count; i++)
        {
            ask.With($"@from{i}", text.Names[i].From).With($"@below{i}", text.Names[i].Below);
            By(ask, dialect.Begins("p.search_name", $"@from{i}", $"@below{i}"), "name", dialect.Bytes("p.search_name"));
            Alias(ask, dialect.Begins("a.search_name", $"@from{i}", $"@below{i}"), "other name");
        }
    }

    /// <summary>Last names that are one slip away.</summary>
    public void AskSlips(Questions ask, SearchText text)
    {
        foreach (var name in text.Names.Take(3))
        {
            // Slips are letters A to Z only, so they can stand in the text of the question.
            var slips = SearchText.Slips(name.Last);
            if (slips.Count == 0) continue;
            var list = string.Join(", ", slips.Select(s => $"'{s}'"));
            By(ask, $"{dialect.LastName("p.search_name")} in ({list})", "a name that differs by one letter", "p.id", name);
            Alias(ask, $"{dialect.LastName("a.search_name")} in ({list})", "another name that differs by one letter", name);
        }
    }

    /// <summary>The people found, each once, in the order in which they were asked for.</summary>
    public IReadOnlyList<SearchHit> Found() =>
        [.. _answers.SelectMany(a => a.People.Where(p => a.First is null || a.First.FitsFirst(p.SearchName))).GroupBy(f => f.Id).Select(g => g.First() with { Cases = [.. g.SelectMany(f => f.Cases).Where(c => c.Length > 0).Distinct().Order(StringComparer.Ordinal)] }).Select(f => f.Hit())];

    private void By(Questions ask, string where, string how, string order = "p.id", NameReading? first = null) => Take(ask, $"select p.id as id, p.search_name as search_name from person p where {where} order by {order} limit {Limit(first)}", how, first);

    private void Alias(Questions ask, string where, string how, NameReading? first = null) => Take(ask, $"select a.person_id as id, a.search_name as search_name from person_alias a where {where} order by a.id limit {Limit(first)}", how, first);

    private void Take(Questions ask, string found, string how, NameReading? first)
    {
        var answer = ask.Ask(
            $"""
             select p.id, x.search_name, p.number, {PersonText.NameColumns}, p.born, p.ssn_digits, p.family_violence, coalesce(c.number, '')
             from ({found}) as x join person p on p.id = x.id left join participant m on m.person_id = p.id left join case_file c on c.id = m.case_id
             """, r => Read(r, how));
        _answers.Add((answer, first));
    }

    // Those whose first name does not fit are left out afterwards, so more are fetched.
    private static string Limit(NameReading? first) => first is null or { First.Length: 0 } ? "@most" : "10 * @most";

    private static Seen Read(Row r, string how)
    {
        var (id, name, number) = (r.Long(), r.Text(), r.Text());
        return new(id, name, number, PersonText.Name(r), r.DateOrNone(), PersonText.Masked(r.Text()), r.Flag(), how, [r.Text()]);
    }

    private sealed record Seen(long Id, string SearchName, string Number, string Name, DateOnly? Born, string Ssn, bool FamilyViolence, string How, IReadOnlyList<string> Cases)
    {
        public SearchHit Hit() => new(SearchKind.Person, Id, Number, Name, string.Join(" · ", new[] { Born is { } born ? $"born {Days.Words(born)}" : "", Ssn }.Where(p => p.Length > 0)), How, Cases, FamilyViolence);
    }
}
