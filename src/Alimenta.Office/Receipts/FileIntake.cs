using Alimenta.Data;
using Alimenta.Formats.Nacha;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;

namespace Alimenta.Office.Receipts;

/// <summary>Posts the entries of one accepted file set-wise: items, receipts and identifications, and for a small file what they pay.</summary>
internal sealed class FileIntake(CommandContext ctx, InboundFile file, DateOnly today, PolicyDesk policies)
{
    private readonly PieceReader _reader = new(file, today, ctx.Now, policies);

    /// <summary>What is to be distributed in parts.</summary>
    public AcceptedReceipts Accepted { get; } = new(DistributionRun.Key(file.Id));

    /// <summary>How many answers of the bank were matched.</summary>
    public int Answered { get; private set; }

    /// <summary>What the whole file came to.</summary>
    public IntakeTotals Totals { get; } = new();

    /// <summary>Reads a file whole into memory; whoever writes it calls <see cref="AddAsync"/>.</summary>
    public Task<FilePiece> ReadAsync(NachaFile content) => ReadAsync([.. content.Entries]);

    /// <summary>Adds items and receipts, posts that they were received and identified, and brings up the circles of their obligors: at once, or for a large file in parts that workers take up. Of a large file no more than two pieces lie in memory.</summary>
    public async Task<PostingReport> TakeAsync(NachaFile content, DistributionParts parts, IProgress<string>? progress)
    {
        using var walk = content.Entries.GetEnumerator();
        List<NachaEntry> first = [];
        var payments = 0;
        while (payments <= parts.LargestWhole && walk.MoveNext())
        {
            first.Add(walk.Current);
            payments += Payments(walk.Current);
        }

        if (payments <= parts.LargestWhole)
        {
            progress?.Report($"Looking up {first.Count} entries");
            var whole = await ReadAsync(first);
            progress?.Report($"Posting {whole.Receipts.Count} receipts");
            List<Receipt> identified = [.. whole.Receipts.Where(r => r.ObligorId is not null)];
            var report = await new FrontierPosting(policies).BringUpAsync(ctx, [.. identified.Select(whole.Circle).Distinct()], identified, today, DistributionRun.Reason(file.Name), () => AddAsync(whole));
            await AnswerAsync(whole);
            return report;
        }

        var paid = new Dictionary<long, PaymentsOfCircle>();
        await foreach (var piece in ReadAhead.OfAsync(Pieces(first, walk, parts.Items), BesideAsync, ctx.Cancel))
        {
            Take(piece);
            List<Receipt> waiting = [.. piece.Receipts.Where(r => r.ObligorId is not null)];
            foreach (var receipt in waiting)
            {
                var circle = piece.Circle(receipt);
                paid[circle] = paid.GetValueOrDefault(circle).And(receipt.ObligorId!.Value);
                Accepted.Add(circle, receipt);
            }

            // Written as they will stand when their part is done.
            foreach (var receipt in waiting.Where(r => r.CollectedOn <= today)) receipt.Status = ReceiptStatus.Distributed;
            await AddAsync(piece);
            await ctx.BulkAddAsync(waiting.ConvertAll(r => new WaitingReceipt { ObligorId = r.ObligorId!.Value, ReceiptId = r.Id }));
            await AnswerAsync(piece);
            await ctx.WriteEntriesAsync();
            progress?.Report($"Posting: {Totals.Items:N0} items, {Math.Min(100, 100 * piece.Items[^1].Line / content.Totals.Count)} % of the file");
        }

        DistributionRun.Open(ctx, file.Id, today, paid, parts);
        return new();
    }

    /// <summary>Adds items and receipts and posts that they were received and identified; the circles are left to the caller.</summary>
    public async Task AddAsync(FilePiece piece)
    {
        await ctx.BulkAddAsync(piece.Items);
        await ctx.BulkAddAsync(piece.Receipts);
        foreach (var receipt in InsertOrder.Woven(piece.Receipts))
        {
            ctx.Post(ReceiptEntries.Received(receipt));
            if (receipt.ObligorId is not null) ctx.Post(ReceiptEntries.Identified(receipt, 1, today));
        }

        await ctx.BulkAddAsync([.. piece.Decided.Where(p => p.Receipt.ObligorId is not null).Select(p => new Identification
        {
            ReceiptId = p.Receipt.Id, ObligorId = p.Receipt.ObligorId!.Value, Rule = p.Receipt.DirectedOrderId is not null ? "order" : p.Receipt.DirectedCaseId is not null ? "case" : "ssn", WhyText = p.Why, By = ctx.Request.By.UserId, At = ctx.Now,
        })]);
        await UnidentifiedHolds.PlaceAsync(ctx, policies, piece.Receipts, today);
        await ctx.BulkAddAsync(piece.Events);
        await ctx.BulkAddAsync(piece.Tasks);
    }

    private async Task<FilePiece> ReadAsync(IReadOnlyList<NachaEntry> entries)
    {
        var piece = await _reader.ReadAsync(ctx.Db, entries, ctx.Cancel);
        Take(piece);
        return piece;
    }

    /// <summary>The next piece is read beside the command while the one before it is written: a file makes no people, no cases and no employers, and its entries are not compared with each other.</summary>
    private async Task<FilePiece> BesideAsync(List<NachaEntry> entries)
    {
        await using var db = ctx.Beside();
        return await _reader.ReadAsync(db, entries, ctx.Cancel);
    }

    private void Take(FilePiece piece)
    {
        piece.Number(ctx);
        ctx.Know(piece.Known.People, [], [], []);
        Totals.Count(piece.Items, piece.Receipts);
    }

    private async Task AnswerAsync(FilePiece piece) => Answered += await new BankAnswers(ctx, policies, today).ApplyAsync(piece.Answers);

    private static int Payments(NachaEntry entry) => entry.Content is SupportRemittance remittance ? remittance.Items.Count : 1;

    /// <summary>The entries that were read, then those that the walk has not come to, in pieces of so many payments, or of one entry that has more.</summary>
    private static IEnumerable<List<NachaEntry>> Pieces(List<NachaEntry> first, IEnumerator<NachaEntry> walk, int most)
    {
        var (piece, payments) = (new List<NachaEntry>(), 0);
        foreach (var entry in Following())
        {
            piece.Add(entry);
            if ((payments += Payments(entry)) < most) continue;
            yield return piece;
            (piece, payments) = ([], 0);
        }

        if (piece.Count > 0) yield return piece;

        IEnumerable<NachaEntry> Following()
        {
            foreach (var entry in first) yield return entry;
            first.Clear();
            while (walk.MoveNext()) yield return walk.Current;
        }
    }
}
