using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Disbursement;

/// <summary>Tells of payees who could not be paid, or not in the way that is on record, because something is wrong with what is on record of them: in words for a clerk, and as a task for each.</summary>
internal sealed class PayeesSetAside(CommandContext ctx, PolicyDesk policies, DateOnly today)
{
    /// <summary>The kind of the tasks.</summary>
    public const string TaskKind = "payee-fault";

    private readonly List<(Person Payee, IReadOnlyList<Payable> Parts, Money Amount, string What, Refusal Why)> _told = [];

    /// <summary>A payee is not paid, and his money stays open.</summary>
    public void Open(Person payee, IReadOnlyList<Payable> parts, Refusal why) => Add(payee, parts, "is not paid and stays open", why);

    /// <summary>A payee is not paid, and his money is held.</summary>
    public void Held(Person payee, IReadOnlyList<Payable> parts, Refusal why) => Add(payee, parts, "is held, for no good address is known either", why);

    /// <summary>A payee is paid on paper instead.</summary>
    public void OnPaper(Person payee, IReadOnlyList<Payable> parts, Refusal why) => Add(payee, parts, "leaves as a warrant instead", why);

    /// <summary>A payee in words: name and number.</summary>
    public static string Called(Person payee) => $"payee {PaymentEntries.NameOf(payee).Trim()} ({(payee.Number.Length > 0 ? payee.Number : "no number")})";

    /// <summary>Writes the tasks that are not there yet, and says a sentence for each payee.</summary>
    public async Task<IReadOnlyList<string>> TellAsync()
    {
        if (_told.Count == 0) return [];
        var cases = _told.SelectMany(t => t.Parts).Select(p => p.CaseId).OfType<long>().Distinct().ToList();
        var numbers = await ctx.Db.Cases.AsNoTracking().Where(c => cases.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number, ctx.Cancel);
        var people = _told.Select(t => (long?)t.Payee.Id).Distinct().ToList();
        var there = (await ctx.Db.Tasks.AsNoTracking().Where(t => t.Kind == TaskKind && t.DoneOn == null && people.Contains(t.PersonId)).Select(t => t.PersonId).ToListAsync(ctx.Cancel)).ToHashSet();
        var said = new List<string>();
        foreach (var (payee, parts, amount, what, why) in _told)
        {
            var of = parts.Select(p => p.CaseId).OfType<long>().Distinct().Order().Select(c => numbers[c]).ToList();
            said.Add($"{Called(payee)}{(of.Count == 0 ? "" : $", case {string.Join(", ", of)}")}: {amount} {what}. {why.What} {why.Remedy}");
            if (!there.Add(payee.Id)) continue;
            ctx.Add(new WorkTask
            {
                PersonId = payee.Id, CaseId = parts.FirstOrDefault(p => p.CaseId is not null)?.CaseId, Kind = TaskKind, Title = "Mend what is on record of this payee", Reason = $"{amount} {what}. {why.What} {why.Remedy}",
                Citation = "42 USC 654b(c)(1)", Owner = HoldRules.Accounting, CreatedOn = today, DueOn = policies.Calendar("us", today).Plus(today, 2),
            });
        }

        return said;
    }

    private void Add(Person payee, IReadOnlyList<Payable> parts, string what, Refusal why) => _told.Add((payee, parts, parts.Sum(p => p.Amount), what, why));
}
