using Alimenta.Data;
using Alimenta.Formats;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Receipts;

/// <summary>Keeps the content of a file as it came, byte for byte, in pieces that fit into memory.</summary>
public static class FileContents
{
    /// <summary>The first piece, which the file's own row keeps.</summary>
    internal static byte[] First(FileBytes bytes) => Piece(bytes, 1);

    /// <summary>Adds the further pieces. The file's row must be added before.</summary>
    internal static async Task AddRestAsync(CommandContext ctx, InboundFile file, FileBytes bytes)
    {
        for (var number = 2; (number - 1L) * InboundFilePiece.Size < bytes.Length; number++)
            await ctx.BulkAddAsync([new InboundFilePiece { FileId = file.Id, Number = number, Bytes = Piece(bytes, number) }]);
    }

    /// <summary>Writes the whole content of a file.</summary>
    /// <returns>How many bytes it has; 0 where there is no such file.</returns>
    public static async Task<long> CopyAsync(AlimentaDb db, long file, Stream to, CancellationToken cancel = default)
    {
        if (await db.InboundFiles.Where(f => f.Id == file).Select(f => f.Content).SingleOrDefaultAsync(cancel) is not { } first) return 0;
        await to.WriteAsync(first, cancel);
        var size = (long)first.Length;
        await foreach (var piece in db.InboundFilePieces.Where(p => p.FileId == file).OrderBy(p => p.Number).Select(p => p.Bytes).AsAsyncEnumerable().WithCancellation(cancel))
        {
            await to.WriteAsync(piece, cancel);
            size += piece.Length;
        }

        return size;
    }

    private static byte[] Piece(FileBytes bytes, int number)
    {
        var from = (number - 1L) * InboundFilePiece.Size;
        var piece = new byte[Math.Clamp(bytes.Length - from, 0, InboundFilePiece.Size)];
        if (bytes.Read(from, piece) != piece.Length) throw new IOException("A file ended while it was being read.");
        return piece;
    }
}
