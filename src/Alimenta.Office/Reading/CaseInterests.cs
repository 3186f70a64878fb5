using Alimenta.Data;
using Alimenta.Office.Interest;

namespace Alimenta.Office.Reading;

/// <summary>Reads interest in a case. Nobody reads his own case; each read is recorded before it is shown.</summary>
public sealed class CaseInterests(AlimentaStore store, InterestDesk desk)
{
    /// <summary>Reads it.</summary>
    public async Task<Outcome<CaseInterest>> ReadAsync(Actor by, string number, CancellationToken cancel = default)
    {
        if (!CaseNumber.TryParse(number, out var parsed)) return CaseAccess.Unknown(number);
        await using var db = store.Read();
        var ask = new Questions(db).With("@number", parsed.ToString()).With("@user", by.UserId);
        var own = ask.Ask($"select {CaseAccess.OwnSql} from case_file c where c.number = @number", r => r.Flag());
        await ask.AnswerAsync(cancel);
        if (own.Count == 0) return CaseAccess.Unknown(number);
        if (own[0])
        {
            await store.Audit.ReadAsync(by, "case.own-refused", "case", parsed.ToString(), cancel: cancel);
            return CaseAccess.Own(parsed.ToString());
        }

        await store.Audit.ReadAsync(by, "case.interest", "case", parsed.ToString(), cancel: cancel);
        return await desk.OfCaseAsync(parsed.ToString(), cancel);
    }
}
