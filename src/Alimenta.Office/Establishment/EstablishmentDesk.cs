using System.Globalization;
using Alimenta.Data;
using Alimenta.Office.Intake;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Establishment;

/// <summary>A determination by what people call it: the case, the number in the case and the edition.</summary>
/// <param name="Case">The case.</param>
/// <param name="Number">The number in the case.</param>
/// <param name="Edition">The edition.</param>
public sealed record DeterminationKey(string Case, int Number, int Edition)
{
    /// <summary>The key as it is kept: 26-104-00731-4/s2.1.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Case}/s{Number}.{Edition}");
}

/// <summary>What a change of a determination answers.</summary>
/// <param name="Key">The determination.</param>
/// <param name="Version">Its version after the change.</param>
public sealed record DeterminationChanged(DeterminationKey Key, int Version);

/// <summary>Finds a determination with its case locked, and says what may not be done to it.</summary>
internal static class EstablishmentDesk
{
    /// <summary>The most characters that a reason, a finding or a document may have.</summary>
    public const int MostText = 2000;

    public static Refusal Unknown(DeterminationKey key) =>
        new("R-SUPPORT-UNKNOWN", $"Case {key.Case} has no support calculation {key.Number}, edition {key.Edition}.", "Choose one from the list of the case.", Field: "number");

    public static Refusal NoScenario(int ordinal) => new("R-SCENARIO-UNKNOWN", $"There is no scenario {ordinal}.", "Choose one of those shown.", Field: "scenario");

    /// <summary>Nobody works on his own case.</summary>
    public static async Task<Refusal?> OwnAsync(CommandContext ctx, CaseFile file)
    {
        var user = ctx.Request.By.UserId;
        return await ctx.Db.Users.AnyAsync(u => u.Id == user && ctx.Db.Participants.Any(p => p.CaseId == file.Id && p.PersonId == u.PersonId), ctx.Cancel)
            ? new("R-OWN-CASE", $"You are a person of case {file.Number}, so you may not open it.", "Ask your supervisor: another worker looks after it.")
            : null;
    }

    /// <summary>A determination, tracked, with its case locked.</summary>
    public static async Task<Outcome<(CaseFile Case, Determination Row)>> FindAsync(CommandContext ctx, DeterminationKey key)
    {
        if (await CaseDesk.LockAsync(ctx, key.Case) is not { } file) return CaseDesk.Unknown(key.Case);
        if (await OwnAsync(ctx, file) is { } own) return own;
        var text = key.ToString();
        return await ctx.Db.Determinations.SingleOrDefaultAsync(d => d.NaturalKey == text, ctx.Cancel) is { } row ? (file, row) : Unknown(key);
    }

    /// <summary>A draft, to be changed.</summary>
    public static async Task<Outcome<(CaseFile Case, Determination Row)>> DraftAsync(CommandContext ctx, DeterminationKey key)
    {
        var found = await FindAsync(ctx, key);
        if (found.Ok && found.Value.Row.Status != DeterminationStatus.Draft)
            return new Refusal("R-SUPPORT-NOT-DRAFT", "This edition is completed, and a completed one never changes.", "Make a new edition of it, and change that.");
        return found;
    }

    /// <summary>A scenario of a determination, tracked; one that was removed is not there.</summary>
    public static Task<SupportScenario?> ScenarioAsync(CommandContext ctx, Determination row, int ordinal) =>
        ctx.Db.SupportScenarios.SingleOrDefaultAsync(s => s.DeterminationId == row.Id && s.Ordinal == ordinal && !s.Removed, ctx.Cancel);

    /// <summary>The scenarios that were not removed, in order, tracked.</summary>
    public static Task<List<SupportScenario>> ScenariosAsync(CommandContext ctx, Determination row) =>
        ctx.Db.SupportScenarios.Where(s => s.DeterminationId == row.Id && !s.Removed).OrderBy(s => s.Ordinal).ToListAsync(ctx.Cancel);

    /// <summary>Something that happened, on the timeline of the case.</summary>
    public static void Tell(CommandContext ctx, CaseFile file, Determination row, DateOnly on, string kind, string text) =>
        ctx.Add(new CaseEvent { CaseId = file.Id, On = on, Kind = kind, Text = text, SourceKey = $"{row.NaturalKey}:{kind}" });

    /// <summary>A refusal when a text that must be there is missing or too long.</summary>
    public static Refusal? Wanted(string text, string code, string missing, string remedy, string field) =>
        text.Trim().Length == 0 ? new(code, missing, remedy, Field: field) : TooLong(text, field);

    /// <summary>A refusal when a text is too long.</summary>
    public static Refusal? TooLong(string text, string field) =>
        text.Length > MostText ? new("R-SUPPORT-TEXT-LONG", $"The text has {text.Length} characters; at most {MostText} can be kept.", "Shorten it, and keep the rest in the document.", Field: field) : null;
}
