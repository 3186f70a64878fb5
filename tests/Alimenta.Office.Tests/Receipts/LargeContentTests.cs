using System.Data.Common;
using System.Text;
using Alimenta.Data;
using Alimenta.Formats.Nacha;
using Alimenta.Office.Accounting;
using Alimenta.Office.Reading;
using Alimenta.Office.Receipts;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Receipts;

/// <summary>Of a large file only a piece lies in memory: its content is kept whole all the same, and what came before is found across the pieces.</summary>
public sealed class LargeContentTests
{
    private const string Ssn = "880011234";
    private static readonly DistributionParts OneByOne = new(LargestWhole: 1, Payments: 1, Items: 1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task A_posted_file_of_several_pieces_is_kept_byte_for_byte_with_what_was_said_of_it(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family) = await OpenAsync(database);
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. EmployerFile.Of(Bureau.Today, EmployerFile.Ded(family.Case, 250, Ssn)), .. Enumerable.Repeat((byte)'\n', 2 * InboundFilePiece.Size)];
        var posted = await Bureau.Must(new ReceiveFile(bureau.Store, bureau.Policies).RunAsync("LARGE.ach", bytes, Bureau.Worker, cancel: Cancel));
        Assert.Equal(("posted", 1), (posted.Status, posted.Receipts));
        Assert.Equal(bytes, await KeptAsync(bureau.Store, posted.FileId, pieces: 2));
        Assert.Equal(posted.Remarks, await new FilesIn(bureau.Store).RemarksAsync(posted.FileId, Cancel));
        Assert.Contains("The file begins with a byte order mark.", posted.Remarks);

        var again = await Bureau.Must(new ReceiveFile(bureau.Store, bureau.Policies).RunAsync("AGAIN.ach", bytes, Bureau.Worker, cancel: Cancel));
        Assert.Equal("duplicate", again.Status);
        Assert.Equal(bytes, await KeptAsync(bureau.Store, again.FileId, pieces: 2));
        Assert.ThrowsAny<DbException>(() => database.Execute("delete from inbound_file_piece"));
    }

    [Theory, EachEngine]
    public async Task A_refused_file_of_several_pieces_is_kept_byte_for_byte(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family) = await OpenAsync(database);
        byte[] bytes = [.. EmployerFile.Of(Bureau.Today, EmployerFile.Ded(family.Case, 250, Ssn))[..300], .. Enumerable.Range(0, InboundFilePiece.Size + 5).Select(i => (byte)('A' + i % 26))];
        var refused = await Bureau.Must(new ReceiveFile(bureau.Store, bureau.Policies).RunAsync("LARGE.ach", bytes, Bureau.Worker, cancel: Cancel));
        Assert.Equal("refused", refused.Status);
        Assert.Equal(bytes, await KeptAsync(bureau.Store, refused.FileId, pieces: 1));
    }

    [Theory, EachEngine]
    public async Task What_came_before_is_found_in_whatever_piece_it_lies(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family) = await OpenAsync(database);
        var receive = new ReceiveFile(bureau.Store, bureau.Policies) { Parts = OneByOne };
        DedSegment[] items = [.. Enumerable.Range(1, 5).Select(i => EmployerFile.Ded(family.Case, 10 * i, Ssn, paid: Bureau.Today.AddDays(-i)))];
        var first = await Bureau.Must(receive.RunAsync("ONE.ach", EmployerFile.Of(Bureau.Today, items), Bureau.Worker, cancel: Cancel));
        Assert.Equal((5, 5, 0, Money.Of(150)), (first.Items, first.Receipts, first.Duplicates, first.AmountCents));
        var second = await Bureau.Must(receive.RunAsync("TWO.ach", EmployerFile.Of(Bureau.Today, 'B', [.. items, EmployerFile.Ded(family.Case, 7, Ssn)]), Bureau.Worker, cancel: Cancel));
        Assert.Equal((6, 1, 5, Money.Of(7)), (second.Items, second.Receipts, second.Duplicates, second.AmountCents));
        Assert.Equal("", await bureau.FaultsAsync());

        // Each piece has a link of its own, so that neither posting nor proving it holds more.
        await using var db = bureau.Store.Read();
        var pieces = await (from e in db.JournalEntries where e.Kind == Alimenta.Ledger.EntryKinds.Receipt group e by e.CommitId into g select g.Count()).ToListAsync(Cancel);
        Assert.Equal([1, 1, 1, 1, 1, 1], pieces);
    }

    [Theory, EachEngine]
    public async Task Alike_items_of_two_batches_are_two_payments_in_whatever_piece_they_lie(string engine)
    {
        // The second batch is of the same bank, or names another one under the same traces.
        foreach (var (bank, parts) in (from bank in (string[])["", "32327007"] from parts in (DistributionParts[])[OneByOne, new()] select (bank, parts)))
        {
            using var database = TestDatabases.Create(engine);
            var (bureau, family) = await OpenAsync(database);
            var receive = new ReceiveFile(bureau.Store, bureau.Policies) { Parts = parts };
            var posted = await Bureau.Must(receive.RunAsync("TWICE.ach", Twice('A'), Bureau.Worker, cancel: Cancel));
            Assert.Equal(("posted", 4, 4, 0, Money.Of(60)), (posted.Status, posted.Items, posted.Receipts, posted.Duplicates, posted.AmountCents));

            // In another file they came before, each of them.
            var again = await Bureau.Must(receive.RunAsync("TWICE-B.ach", Twice('B'), Bureau.Worker, cancel: Cancel));
            Assert.Equal(("posted", 4, 0, 4, Money.Zero), (again.Status, again.Items, again.Receipts, again.Duplicates, again.AmountCents));
            Assert.Equal("", await bureau.FaultsAsync());

            byte[] Twice(char modifier) => Doubled(EmployerFile.Of(Bureau.Today, modifier, EmployerFile.Ded(family.Case, 10, Ssn), EmployerFile.Ded(family.Case, 20, Ssn, paid: Bureau.Today.AddDays(-1))), bank);
        }
    }

    [Fact]
    public async Task A_stream_is_taken_whole_whether_it_stays_in_memory_or_goes_to_the_disk()
    {
        foreach (var length in (int[])[0, 1, 4 << 20, (4 << 20) + 1, 9_000_001])
        {
            var bytes = new byte[length];
            new Random(length).NextBytes(bytes);
            using var arrived = await ArrivedFile.TakeAsync(new MemoryStream(bytes), Cancel);
            Assert.Equal(length, arrived.Bytes.Length);
            Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), arrived.Bytes.Sha256());
        }
    }

    private static async Task<(Bureau Bureau, Household Family)> OpenAsync(TestDatabase database)
    {
        var bureau = await Bureau.OpenAsync(database);
        return (bureau, await bureau.FamilyAsync(400, await bureau.PersonAsync(ssn: Ssn)));
    }

    private static async Task<byte[]> KeptAsync(AlimentaStore store, long file, int pieces)
    {
        await using var db = store.Read();
        Assert.Equal(pieces, await db.InboundFilePieces.CountAsync(p => p.FileId == file, Cancel));
        using var kept = new MemoryStream();
        Assert.True(await FileContents.CopyAsync(db, file, kept, Cancel) > InboundFilePiece.Size);
        return kept.ToArray();
    }

    /// <summary>The only batch of a file a second time, with the traces of the first, of the same or of another originating bank, and the totals of both.</summary>
    private static byte[] Doubled(byte[] file, string bank = "")
    {
        var lines = Encoding.ASCII.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        var end = lines.FindIndex(l => l[0] == '8');
        var second = lines[1..(end + 1)];
        foreach (var i in (int[])[0, second.Count - 1]) second[i] = second[i][..79] + (bank.Length > 0 ? bank : second[i][79..87]) + "0000002";
        var control = lines[end + 1];
        string Twice(int from, int length) => (2 * long.Parse(control.AsSpan(from, length), System.Globalization.CultureInfo.InvariantCulture)).ToString(new string('0', length + 1), System.Globalization.CultureInfo.InvariantCulture)[^length..];
        var records = 1 + 2 * second.Count + 1;
        return Encoding.ASCII.GetBytes(string.Join('\n', [.. lines[..(end + 1)], .. second, $"9000002{(records + 9) / 10:000000}{Twice(13, 8)}{Twice(21, 10)}{Twice(31, 12)}{Twice(43, 12)}{new string(' ', 39)}"]));
    }
}
