using Alimenta.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data;

/// <summary>The last links of the three chains: both books and the audit log.</summary>
internal sealed record ChainHeads(long DebtSeq, string DebtHash, long CustodySeq, string CustodyHash, long AuditSeq, string AuditHash)
{
    private const string Sql = """
        select * from (select 'debt' as chain, seq, hash from chain_link where book = 'debt' order by seq desc limit 1) as d
        union all select * from (select 'custody' as chain, seq, hash from chain_link where book = 'custody' order by seq desc limit 1) as c
        union all select * from (select 'audit' as chain, seq, hash from audit_event order by seq desc limit 1) as a
        """;

    public (long Seq, string Hash) Of(Book book) => book == Book.Debt ? (DebtSeq, DebtHash) : (CustodySeq, CustodyHash);

    public static async Task<ChainHeads> ReadAsync(AlimentaDb db, CancellationToken cancel)
    {
        var heads = await db.Database.SqlQueryRaw<Head>(Sql).ToListAsync(cancel);
        var (debt, custody, audit) = (Of(heads, "debt"), Of(heads, "custody"), Of(heads, "audit"));
        return new(debt.Seq, debt.Hash, custody.Seq, custody.Hash, audit.Seq, audit.Hash);
    }

    private static Head Of(IEnumerable<Head> heads, string chain) => heads.FirstOrDefault(h => h.Chain == chain) ?? new Head { Chain = chain };

    private sealed class Head
    {
        public string Chain { get; set; } = "";

        public long Seq { get; set; }

        public string Hash { get; set; } = "";
    }
}
