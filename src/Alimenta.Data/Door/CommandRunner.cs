using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

#pragma warning disable RS0030 // The one door through which rows are written.

namespace Alimenta.Data;

/// <summary>The one door for writes: key, begin, lock, facts, decision, postings, invariants, audit, outbox, commit. All of it or nothing.</summary>
/// <remarks>
/// The same key and content again gives the first answer; the same key with other content is refused. A preview is the same command rolled back.
/// A handler may run more than once (after a deadlock, say), so it must have no effect outside its context. A commit whose outcome is not known is looked up
/// under its key, with the key locked, so that the answer is final; it is never played again blindly.
/// </remarks>
public sealed class CommandRunner(AlimentaStore store)
{
    /// <summary>The code of the refusal of a command whose rows someone else changed while it worked: repeated, it may go well.</summary>
    public const string ChangedMeanwhile = "R-CHANGED-MEANWHILE";

    private const int MostAttempts = 5;

    /// <summary>Runs a command.</summary>
    /// <param name="request">Who asks what, under which key.</param>
    /// <param name="handler">Loads facts, decides, adds rows and posts; a refusal it returns leaves nothing behind.</param>
    /// <param name="preview">Whether to do all of it and roll it back: the answer says what would happen.</param>
    /// <param name="cancel">Stops it before the commit.</param>
    public async Task<Outcome<TReply>> RunAsync<TReply>(
        CommandRequest request, Func<CommandContext, Task<Outcome<TReply>>> handler, bool preview = false, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AttemptAsync(request, handler, preview, cancel);
            }
            catch (DbUpdateConcurrencyException)
            {
                return new Refusal(ChangedMeanwhile, "Someone else changed this while you worked on it.", "Look at it again and repeat your change.");
            }
            catch (Exception failure) when (attempt < MostAttempts && failure is not OperationCanceledException && store.Engine.Classify(failure) is var kind && kind.Passes())
            {
                // Unknown: the next attempt waits for the key's lock, so it sees whether this one was committed before it does anything.
                await Task.Delay(TimeSpan.FromMilliseconds((kind == Failure.Unknown ? 200 : 10) * attempt * (1 + Random.Shared.NextDouble())), store.Clock, cancel);
            }
        }
    }

    private async Task<Outcome<TReply>> AttemptAsync<TReply>(
        CommandRequest request, Func<CommandContext, Task<Outcome<TReply>>> handler, bool preview, CancellationToken cancel)
    {
        using var turn = await store.Engine.EnterWriterAsync(cancel);
        await using var db = store.NewContext();
        var context = new CommandContext(store, db, request, store.Now, preview, cancel);
        var committed = false;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            db.Owned = true;
            if (!preview)
            {
                await store.Engine.LockKeyAsync(db, request.Key, cancel);
                if (await EarlierAsync<TReply>(db, request, cancel) is { } earlier) return earlier;
            }

            await store.FailPoints.HitAsync(FailPoint.Begin);
            var outcome = await handler(context);
            if (!ReferenceEquals(db.Database.CurrentTransaction, transaction)) throw new InvalidOperationException("A handler must leave the transaction to the runner.");
            if (!outcome.Ok) return outcome;

            if (!preview) db.Add(Log(request, outcome.Value, context.Now));
            await CommandWrites.FlushAsync(context);
            await CommandWrites.PostAsync(context);
            if (preview) return outcome;

            await CommandWrites.SealAsync(context);
            await store.FailPoints.HitAsync(FailPoint.BeforeCommit);
            await CommitAsync(db, transaction);
            committed = true;
            context.Names.Share();
            await store.FailPoints.HitAsync(FailPoint.AfterCommit);
            return outcome;
        }
        finally
        {
            if (!committed) store.IdBlocks.Forget(context.ReservedKinds);
        }
    }

    private async Task CommitAsync(AlimentaDb db, IDbContextTransaction transaction)
    {
        db.Committing = true;
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception failure) when (failure is not DbException and not ConnectionLostException)
        {
            // Neither the server's word nor the driver's: the connection went away under the transaction.
            throw new ConnectionLostException("The connection to the database broke during a commit.", failure);
        }
    }

    private static async Task<Outcome<TReply>?> EarlierAsync<TReply>(AlimentaDb db, CommandRequest request, CancellationToken cancel)
    {
        var earlier = await db.Commands.AsNoTracking().SingleOrDefaultAsync(c => c.Key == request.Key, cancel);
        if (earlier is null) return null;
        if (earlier.Kind == request.Kind && earlier.RequestHash == request.Hash && earlier.UserId == request.By.UserId)
            return JsonSerializer.Deserialize<TReply>(earlier.ReplyJson, AlimentaJson.Options)!;
        var differs = earlier.Kind != request.Kind ? $"it was a {earlier.Kind}, now it is a {request.Kind}"
            : earlier.RequestHash != request.Hash ? $"other {string.Join(", ", request.Differing(earlier.RequestFields))}"
            : "it was sent by another user";
        return new Refusal("R-KEY-REUSED", $"The key {request.Key} was used before with other content: {differs}.",
            "If it is another request, send it under a new key. If it is the same, send it unchanged.");
    }

    private static CommandLog Log<TReply>(CommandRequest request, TReply reply, DateTime now) => new()
    {
        Key = request.Key,
        Kind = request.Kind,
        RequestHash = request.Hash,
        RequestFields = request.Fields,
        ReplyJson = JsonSerializer.Serialize(reply, AlimentaJson.Options),
        UserId = request.By.UserId,
        At = now,
    };
}
