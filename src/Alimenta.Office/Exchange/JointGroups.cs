using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Exchange;

/// <summary>Obligations of one group must lie in one circle: what one of the people pays, the others no longer owe.</summary>
internal sealed class JointGroups(CaseloadDraft draft, IReadOnlyList<IReadOnlyList<long>> merges)
{
    public async Task CheckAsync()
    {
        var groups = draft.New.Obligations.Where(o => o.JointGroup is not null).ToList();
        var names = groups.Select(o => o.JointGroup!).Distinct().ToList();
        var there = names.Count == 0 ? [] : await draft.Ctx.Db.Obligations.AsNoTracking().Where(o => o.JointGroup != null && names.Contains(o.JointGroup))
            .Join(draft.Ctx.Db.Cases.AsNoTracking(), o => o.CaseId, c => c.Id, (o, c) => new { o.JointGroup, o.NaturalKey, c.CircleId }).ToListAsync(draft.Ctx.Cancel);
        var circles = there.GroupBy(o => o.JointGroup!).ToDictionary(g => g.Key, g => (CircleId: After(g.First().CircleId), g.First().NaturalKey), StringComparer.Ordinal);
        var lines = draft.Rows("obligation").ToLookup(r => r.Text("key"));
        foreach (var obligation in groups)
        {
            var circle = After(draft.CasesById[obligation.CaseId].CircleId);
            if (!circles.TryGetValue(obligation.JointGroup!, out var first)) circles[obligation.JointGroup!] = first = (circle, obligation.NaturalKey);
            if (first.CircleId != circle)
                draft.Faults.Passes(lines[obligation.NaturalKey].First(), new("R-IMPORT-GROUP", $"Group {obligation.JointGroup} is that of obligation {first.NaturalKey}, whose case shares neither a parent who owes nor a custodian with this one.", "Choose another group.", Field: "joint_group"));
        }

        foreach (var row in draft.Rows("obligation").Where(r => r.Flag("secondary") && r.TextOr("joint_group") is null))
            draft.Faults.Passes(row, new("R-IMPORT-SECONDARY", "A secondary obligation belongs to a group with its primary one.", "Give both the same group.", Field: "joint_group"));
    }

    /// <summary>The circle after those of the file have merged.</summary>
    private long After(long circle) => merges.FirstOrDefault(m => m.Contains(circle))?.Min() ?? circle;
}
