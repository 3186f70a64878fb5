using Alimenta.Data;
using Alimenta.Law.Guidelines;
using Alimenta.Office.Establishment;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Reading;

/// <summary>Reads the support calculations of a case. Who may not open the case may not see them; that one was read is recorded before it is shown, for it holds the incomes of people.</summary>
public sealed class Determinations(AlimentaStore store)
{
    /// <summary>The calculations of a case, the latest first, each with its latest edition. The case was read before, and recorded.</summary>
    public async Task<IReadOnlyList<DeterminationRow>> ListAsync(CasePage file, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var rows = (await db.Determinations.Where(d => d.CaseId == file.Id).ToListAsync(cancel)).GroupBy(d => d.Number).Select(g => g.MaxBy(d => d.Edition)!).OrderByDescending(d => d.Number).ToList();
        var ids = rows.Select(r => r.Id).ToList();
        var scenarios = (await db.SupportScenarios.Where(s => ids.Contains(s.DeterminationId) && !s.Removed).ToListAsync(cancel)).ToLookup(s => s.DeterminationId);
        var dockets = await (from p in db.OrderProposals join o in db.Orders on p.OrderId equals (long?)o.Id where ids.Contains(p.DeterminationId) select new { p.DeterminationId, o.Docket }).ToDictionaryAsync(p => p.DeterminationId, p => p.Docket, cancel);
        return [.. rows.Select(d => new DeterminationRow(
            new(file.Number, d.Number, d.Edition), d.State, d.Purpose, d.LawDate, d.Status, d.StartedOn, d.DecidedOn ?? d.CompletedOn, scenarios[d.Id].Count(), Amount(d, [.. scenarios[d.Id]]), dockets.GetValueOrDefault(d.Id, "")))];
    }

    /// <summary>One calculation.</summary>
    /// <param name="by">Who reads.</param>
    /// <param name="file">The case, which was read before.</param>
    /// <param name="number">The number in the case.</param>
    /// <param name="edition">The edition; null for the latest.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Outcome<DeterminationPage>> ReadAsync(Actor by, CasePage file, int number, int? edition = null, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var editions = await db.Determinations.Where(d => d.CaseId == file.Id && d.Number == number).OrderByDescending(d => d.Edition).ToListAsync(cancel);
        if ((edition is null ? editions.FirstOrDefault() : editions.Find(d => d.Edition == edition)) is not { } row)
            return new Refusal("R-SUPPORT-UNKNOWN", $"Case {file.Number} has no such support calculation.", "Choose one from the list of the case.");
        await store.Audit.ReadAsync(by, "support.read", "determination", row.NaturalKey, cancel: cancel);
        return await MadeAsync(db, file, row, editions, cancel);
    }

    /// <summary>The same calculation again within the request in which it was read and changed.</summary>
    public async Task<Outcome<DeterminationPage>> AgainAsync(CasePage file, DeterminationKey key, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var editions = await db.Determinations.Where(d => d.CaseId == file.Id && d.Number == key.Number).OrderByDescending(d => d.Edition).ToListAsync(cancel);
        return await MadeAsync(db, file, editions.Single(d => d.Edition == key.Edition), editions, cancel);
    }

    private static async Task<DeterminationPage> MadeAsync(AlimentaDb db, CasePage file, Determination row, List<Determination> editions, CancellationToken cancel)
    {
        var scenarios = await db.SupportScenarios.Where(s => s.DeterminationId == row.Id && !s.Removed).OrderBy(s => s.Ordinal).ToListAsync(cancel);
        var ids = scenarios.Select(s => s.Id).ToList();
        var evidence = (await db.InputEvidence.Where(e => ids.Contains(e.ScenarioId) && !e.Voided).OrderBy(e => e.Id).ToListAsync(cancel)).ToLookup(e => e.ScenarioId);
        var findings = (await db.SupportFindings.Where(f => ids.Contains(f.ScenarioId) && !f.Voided).OrderBy(f => f.Id).ToListAsync(cancel)).ToLookup(f => f.ScenarioId);
        return new DeterminationPage
        {
            Key = new(file.Number, row.Number, row.Edition), Version = row.Version, State = row.State, Purpose = row.Purpose, LawDate = row.LawDate, Status = row.Status,
            Parents = (await NameAsync(db, row.ObligorId, cancel), row.OtherParentId is { } other ? await NameAsync(db, other, cancel) : ""),
            StartedOn = row.StartedOn, CompletedOn = row.CompletedOn, DecidedOn = row.DecidedOn, DecidedBy = row.DecidedBy, Decision = row.Decision, Accepted = row.AcceptedOrdinal,
            Scenarios = [.. scenarios.Select(s => View(s, evidence[s.Id], findings[s.Id]))],
            Editions = [.. editions.Select(e => new EditionRow(e.Edition, e.Status, e.LawDate, e.StartedOn, e.CompletedOn, e.DecidedOn, e.DecidedBy, e.Decision))],
            Proposal = await ProposalAsync(db, row, cancel), Hints = CaseHints.Of(file), Today = file.AsOf,
        };
    }

    private static ScenarioView View(SupportScenario s, IEnumerable<InputEvidence> evidence, IEnumerable<SupportFinding> findings) => new(
        s.Ordinal, s.Name, s.Version, KeptJson.Typed(s.TypedJson), s.FactsJson, s.ResultJson, GuidelineResult.Of(s.ResultJson), KeptJson.Faults(s.FaultsJson), s.LawVersion,
        evidence.GroupBy(e => e.Path).ToDictionary(g => g.Key, g => g.Last()).ToDictionary(e => e.Key, e => new EvidenceView(
            e.Value.Id, e.Value.Path, e.Value.Kind, e.Value.SaidBy, e.Value.Document, e.Value.DocumentDate, e.Value.Reason, KeptJson.Conditions(e.Value.ConditionsJson), e.Value.WorkingJson, e.Value.Worked)),
        findings.GroupBy(f => f.Code).ToDictionary(g => g.Key, g => new FindingView(g.Key, g.Last().Says, g.Last().FoundBy, g.Last().FoundOn, g.Last().Reason)));

    private static async Task<ProposalView?> ProposalAsync(AlimentaDb db, Determination row, CancellationToken cancel)
    {
        if (await db.OrderProposals.SingleOrDefaultAsync(p => p.DeterminationId == row.Id && p.Status != ProposalStatus.Withdrawn, cancel) is not { } proposal) return null;
        var parts = await (from o in db.ProposedObligations join child in db.People on o.SupportedPersonId equals child.Id where o.ProposalId == proposal.Id orderby o.Ordinal select new { Part = o, Child = child }).ToListAsync(cancel);
        var docket = proposal.OrderId is { } order ? await db.Orders.Where(o => o.Id == order).Select(o => o.Docket).SingleAsync(cancel) : "";
        return new(proposal.Version, proposal.Status, proposal.Frequency, proposal.BeginsOn, [.. parts.Select(p => new ProposedRow(p.Part.Kind, p.Part.PaymentKind, PersonText.Name(p.Child), p.Part.Amount, p.Part.Citation, p.Part.ObligationKey))], docket, proposal.EnteredOn);
    }

    private static Money? Amount(Determination row, IReadOnlyList<SupportScenario> scenarios)
    {
        var one = row.AcceptedOrdinal is { } accepted ? scenarios.FirstOrDefault(s => s.Ordinal == accepted) : scenarios.Count == 1 ? scenarios[0] : null;
        return one is null ? null : GuidelineResult.Of(one.ResultJson)?.Monthly(GuidelineParty.ParentA);
    }

    private static async Task<string> NameAsync(AlimentaDb db, long person, CancellationToken cancel) => PersonText.Name(await db.People.SingleAsync(p => p.Id == person, cancel));
}

/// <summary>What the record of a case may help with when its inputs are gathered.</summary>
internal static class CaseHints
{
    public static IReadOnlyList<CaseHint> Of(CasePage file)
    {
        List<CaseHint> hints = [];
        foreach (var person in file.People.Where(p => p.Role is ParticipantRole.Obligor or ParticipantRole.Custodian))
        {
            hints.Add(new(person.Name, person.Employer.Length == 0 ? "No employer is on record." : $"Works at {person.Employer}{(person.EmployedSince is { } since ? $" since {Days.Words(since)}" : "")}. No wages are on record here: ask for pay stubs or the employer’s answer."));
        }

        foreach (var other in file.OtherCases.Where(o => o.Shares == "obligor" && o.Status == CaseStatus.Open))
            hints.Add(new(file.People.First(p => p.Role == ParticipantRole.Obligor).Name, $"Also pays in case {other.Number} ({other.Title}): look whether those children or payments count."));
        foreach (var child in file.People.Where(p => p.Role == ParticipantRole.Child && p.Born is null))
            hints.Add(new(child.Name, "The day of birth is not on record."));
        return hints;
    }
}
