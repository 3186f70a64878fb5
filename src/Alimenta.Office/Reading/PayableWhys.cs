using Alimenta.Data;
using Alimenta.Office.Accounting;

namespace Alimenta.Office.Reading;

/// <summary>Explains the due day of one payable to a person, who may not be of its case; the read is recorded.</summary>
public sealed class PayableWhys(AlimentaStore store, ExplainWaiting explain)
{
    /// <summary>Explains it.</summary>
    public async Task<Outcome<DueExplained>> ReadAsync(Actor by, long payable, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@payable", payable).With("@user", by.UserId);
        var cases = ask.Ask($"select c.number, {CaseAccess.OwnSql} from payable y join case_file c on c.id = y.case_id where y.id = @payable", r => (Number: r.Text(), Own: r.Flag()));
        await ask.AnswerAsync(cancel);
        if (cases.Count > 0 && cases[0].Own) return CaseAccess.Own(cases[0].Number);
        var told = await explain.DueAsync(payable, cancel);
        if (told.Ok) await store.Audit.ReadAsync(by, "payable.why", "payable", $"{payable}", cases.Count > 0 ? cases[0].Number : "", cancel);
        return told;
    }
}
