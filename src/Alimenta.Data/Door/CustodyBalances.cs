using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data;

/// <summary>Keeps the balance of each account of the custody book, under the lock of the chain.</summary>
internal static class CustodyBalances
{
    public static async Task AddAsync(AlimentaDb db, IEnumerable<KeyValuePair<string, Money>> added, CancellationToken cancel)
    {
        var moved = added.GroupBy(a => a.Key, a => a.Value).Select(g => KeyValuePair.Create(g.Key, g.Sum(m => m))).Where(a => !a.Value.IsZero).OrderBy(a => a.Key, StringComparer.Ordinal).ToList();
        if (moved.Count == 0) return;
        var sql = new StringBuilder("insert into custody_balance (account, cents, version) values ");
        var values = new List<object>();
        foreach (var (account, cents) in moved)
        {
            sql.Append(values.Count > 0 ? ", " : "").Append('(').Append('{').Append(values.Count).Append("}, {").Append(values.Count + 1).Append("}, 1)");
            values.Add(account);
            values.Add(cents.Cents);
        }

        sql.Append(" on conflict (account) do update set cents = custody_balance.cents + excluded.cents, version = custody_balance.version + 1");
        await db.Database.ExecuteSqlRawAsync(sql.ToString(), values, cancel);
    }
}
