using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>Counts the versions under natural keys, for entries that may come again: a hold placed, released and placed again.</summary>
public sealed class EntryVersions
{
    private readonly Dictionary<string, int> _last;

    private EntryVersions(Dictionary<string, int> last) => _last = last;

    /// <summary>Reads the last versions of keys.</summary>
    public static async Task<EntryVersions> LoadAsync(CommandContext ctx, IEnumerable<string> keys)
    {
        var wanted = keys.Distinct().ToList();
        if (wanted.Count == 0) return new([]);
        return new(await ctx.Db.JournalEntries.AsNoTracking().Where(e => wanted.Contains(e.Key)).GroupBy(e => e.Key).Select(g => new { g.Key, Last = g.Max(e => e.Version) }).ToDictionaryAsync(e => e.Key, e => e.Last, ctx.Cancel));
    }

    /// <summary>The next version under a key.</summary>
    public int Next(string key) => _last[key] = _last.GetValueOrDefault(key) + 1;
}
