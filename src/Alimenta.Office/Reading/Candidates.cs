using System.Globalization;
using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>Finds the people whose money unidentified receipts may be: for a whole page of them in one round trip.</summary>
internal sealed class Candidates(AlimentaDb db)
{
    private const int MostEach = 5;
    private const int MostOfAName = 20;
    private const int MostOfAnEmployer = 500;
    private const int Surest = 100;

    private readonly Dialect _dialect = new(db);

    private enum Clues
    {
        NamedCase,
        Ssn,
        SamePayment,
        LastFourAndName,
        Name,
    }

    public async Task<IReadOnlyDictionary<long, IReadOnlyList<Candidate>>> FindAsync(IReadOnlyList<Clue> clues, CancellationToken cancel)
    {
        var found = clues.ToDictionary(c => c.ReceiptId, _ => new List<(Seen Person, Clues What)>());
        if (clues.Count > 0)
        {
            var ask = new Questions(db);
            var answers = clues.Select((c, i) => (Clue: c, Answers: Ask(ask, c, i))).ToList();
            await ask.AnswerAsync(cancel);
            foreach (var (clue, of) in answers)
                foreach (var (what, people) in of) found[clue.ReceiptId].AddRange(people.Where(p => Fits(clue, p, what)).Select(p => (p, what)));
        }

        return found.ToDictionary(f => f.Key, f => (IReadOnlyList<Candidate>)Ranked(f.Value));
    }

    private List<(Clues What, IReadOnlyList<Seen> People)> Ask(Questions ask, Clue clue, int i)
    {
        var n = i.ToString(CultureInfo.InvariantCulture);
        var asked = new List<(Clues, IReadOnlyList<Seen>)>();
        foreach (var (number, j) in clue.NamedCases.Select((c, j) => (c, j))) asked.Add((Clues.NamedCase, ask.With($"@case{n}_{j}", number).Ask(Who($"p.id in (select obligor_id from case_file where number = @case{n}_{j})"), Read)));
        if (clue.SsnDigits.Length == 9)
        {
            asked.Add((Clues.Ssn, ask.With($"@ssn{n}", clue.SsnDigits).Ask(Who($"p.ssn_digits = @ssn{n}"), Read)));
            asked.Add((Clues.LastFourAndName, ask.With($"@last{n}", clue.SsnDigits[5..]).Ask(Who($"p.id in (select id from person where substr(ssn_digits, 6) = @last{n} order by id limit 500)"), Read)));
        }

        if (clue.EmployerId is { } employer)
        {
            asked.Add((Clues.SamePayment, ask.With($"@employer{n}", employer).With($"@amount{n}", clue.Amount.Cents).Ask(
                Who($"p.id in (select r.obligor_id from (select person_id from employment where employer_id = @employer{n} and valid_to is null order by id limit {MostOfAnEmployer}) as j join receipt r on r.obligor_id = j.person_id where r.employer_id = @employer{n} and r.amount = @amount{n})"), Read)));
        }

        var name = clue.PayorName.Contains(',', StringComparison.Ordinal) || clue.PayorName.Contains(' ', StringComparison.Ordinal) ? new SearchText(clue.PayorName).Names.Where(x => x.First.Length > 0).Take(3).ToList() : [];
        for (var k = 0; k < name.Count; k++)
            asked.Add((Clues.Name, ask.With($"@from{n}_{k}", name[k].From).With($"@below{n}_{k}", name[k].Below).Ask(Who($"p.id in (select id from person where {_dialect.Begins("search_name", $"@from{n}_{k}", $"@below{n}_{k}")} order by id limit {MostOfAName})"), Read)));
        return asked;
    }

    private static string Who(string where) => $"""
        select p.id, p.number, {PersonText.NameColumns}, p.last, p.first, c.number from person p join case_file c on c.obligor_id = p.id where {where} order by p.id, c.number
        """;

    private static Seen Read(Row r) => new(r.Long(), r.Text(), PersonText.Name(r), r.Text(), r.Text(), r.Text());

    private static bool Fits(Clue clue, Seen person, Clues what) => what != Clues.LastFourAndName || clue.Names(person.Last, person.First);

    private static List<Candidate> Ranked(List<(Seen Person, Clues What)> found) =>
        [.. found.GroupBy(f => f.Person.Id).Select(g =>
        {
            var clues = g.Select(f => f.What).Distinct().Order().ToList();
            var person = g.First().Person;
            return new Candidate(person.Id, person.Number, person.Name, [.. g.Select(f => f.Person.CaseNumber).Distinct()], Math.Min(Surest, clues.Sum(Weight)), [.. clues.Select(Words)]);
        }).OrderByDescending(c => c.Score).ThenBy(c => c.Number, StringComparer.Ordinal).Take(MostEach)];

    private static int Weight(Clues clue) => clue switch
    {
        Clues.NamedCase => 60,
        Clues.Ssn => 60,
        Clues.SamePayment => 40,
        Clues.LastFourAndName => 30,
        _ => 30,
    };

    private static string Words(Clues clue) => clue switch
    {
        Clues.NamedCase => "The sender named a case in which this person pays.",
        Clues.Ssn => "The Social Security number sent is this person's.",
        Clues.SamePayment => "The same employer sent the same amount for this person before.",
        Clues.LastFourAndName => "The last four digits and the name sent are this person's.",
        _ => "The name sent begins like this person's.",
    };

    private sealed record Seen(long Id, string Number, string Name, string Last, string First, string CaseNumber);
}
