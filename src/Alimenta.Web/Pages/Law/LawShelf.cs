using Alimenta.Law;
using Alimenta.Office.Reading;
using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Law;

/// <summary>How parameters of law are sorted, filtered and named on screen.</summary>
internal static class LawShelf
{
    /// <summary>The day as of which law is shown: the business date, and before the first day was opened that of the clock.</summary>
    public static async Task<DateOnly> TodayAsync(BusinessDates dates, TimeProvider time, CancellationToken cancel) =>
        await dates.FindAsync(cancel) ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>The places of law, by the first part of an id.</summary>
    public static IReadOnlyList<(string Key, string Title)> Places(LawStore store) =>
        [.. store.Parameters.Select(p => PlaceOf(p.Id)).Distinct().OrderBy(k => k != "us").ThenBy(k => k, StringComparer.Ordinal).Select(k => (k, TitleOf(k)))];

    /// <summary>The first part of an id.</summary>
    public static string PlaceOf(string id) => id[..id.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The name of a place of law.</summary>
    public static string TitleOf(string place) => place switch
    {
        "us" => "Federal",
        "or" => "Oregon",
        "ny" => "New York",
        "ia" => "Iowa",
        LawStore.Agency => "This agency",
        _ => place,
    };

    /// <summary>The parameters that hold all words of a search somewhere in sentence, id or citation.</summary>
    public static IEnumerable<LawParameter> Search(IEnumerable<LawParameter> parameters, string words)
    {
        var all = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parameters.Where(p => all.All(w => p.Says.Contains(w, StringComparison.OrdinalIgnoreCase)
            || p.Id.Contains(w, StringComparison.OrdinalIgnoreCase) || p.Citation.Contains(w, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The same figure in other places: an Oregon choice beside its federal default.</summary>
    public static IEnumerable<LawParameter> Elsewhere(LawStore store, string id)
    {
        var rest = id[PlaceOf(id).Length..];
        return store.Parameters.Where(p => p.Id != id && p.Id[PlaceOf(p.Id).Length..] == rest);
    }

    /// <summary>The ids of the rules that read a parameter: its own provisions', and for a state's choice those of the federal default that it replaces.</summary>
    public static IEnumerable<string> RulesReading(string id)
    {
        var federal = "us" + id[PlaceOf(id).Length..];
        return LawCoverage.BuiltIn.Where(p => p.Covers(id) || p.Covers(federal)).SelectMany(p => p.Rules).Distinct().Order(StringComparer.Ordinal);
    }

    /// <summary>How sure a parameter is, in words.</summary>
    public static string StatusTitle(LawStatus status) => status switch
    {
        LawStatus.Verified => "Verified",
        LawStatus.Secondary => "From a secondary source",
        LawStatus.Choice => "Our choice",
        _ => "To be confirmed",
    };

    /// <summary>The mark of a status.</summary>
    public static Tone StatusTone(LawStatus status) => status switch
    {
        LawStatus.Verified => Tone.Good,
        LawStatus.Unconfirmed => Tone.Warn,
        _ => Tone.Info,
    };
}
