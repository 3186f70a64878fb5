using Alimenta.Data;
using Alimenta.Law;

namespace Alimenta.Office;

/// <summary>Who asks for a change, under which key and why. The same for every slice.</summary>
/// <param name="Key">Made by the asker before sending; the same key and content again gives the first answer.</param>
/// <param name="By">Who asks.</param>
/// <param name="Why">Why; kept with every fact that changes.</param>
public sealed record Asked(string Key, Actor By, string Why = "")
{
    /// <summary>Whether to do all of it and roll it back: the answer says what would happen.</summary>
    public bool Preview { get; init; }

    /// <summary>Codes of warnings (W-...) that the asker has read and goes on past. He must say why.</summary>
    public IReadOnlyCollection<string> Confirmed { get; init; } = [];

    /// <summary>A warning stops the first time and passes once it is confirmed with a reason.</summary>
    public Refusal? Unless(Refusal? warning) => warning is null || (Confirmed.Contains(warning.Code) && Why.Trim().Length > 0) ? null : warning;

    /// <summary>Runs the handler of a slice through the one door.</summary>
    /// <param name="store">The database.</param>
    /// <param name="kind">What is asked, such as case.open.</param>
    /// <param name="request">The content.</param>
    /// <param name="about">What it is about, for the audit log: a kind and a number.</param>
    /// <param name="handler">Loads, decides, adds rows and posts.</param>
    /// <param name="cancel">Stops it before the commit.</param>
    public async Task<Outcome<TReply>> RunAsync<TReply>(
        AlimentaStore store, string kind, object request, (string Kind, string Id) about, Func<CommandContext, Task<Outcome<TReply>>> handler, CancellationToken cancel)
    {
        try
        {
            return await store.Commands.RunAsync(new(Key, kind, request, By, Why) { ObjectKind = about.Kind, ObjectId = about.Id }, handler, Preview, cancel);
        }
        catch (LawNotCovered gap)
        {
            return gap.ToRefusal();
        }
    }
}
