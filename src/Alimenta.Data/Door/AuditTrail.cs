using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Alimenta.Data;

/// <summary>The audit log: insert-only, each event hashed with the one before.</summary>
public static class AuditTrail
{
    internal static void Append(AlimentaDb db, ChainHeads heads, DateTime now, Actor by, IEnumerable<AuditNote> notes)
    {
        var (seq, hash) = (heads.AuditSeq, heads.AuditHash);
        foreach (var note in notes)
        {
            var made = new AuditEvent
            {
                Seq = ++seq, At = now, UserId = by.UserId, UserName = by.Name,
                Action = note.Action, ObjectKind = note.ObjectKind, ObjectId = note.ObjectId, Detail = note.Detail, PrevHash = hash,
            };
            made.Hash = hash = HashOf(made);
            db.Add(made);
        }
    }

    /// <summary>The hash that an event must have.</summary>
    public static string HashOf(AuditEvent made)
    {
        var text = new StringBuilder();
        foreach (var field in (string[])[made.PrevHash, made.Seq.ToString(CultureInfo.InvariantCulture),
            made.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), made.UserId.ToString(CultureInfo.InvariantCulture),
            made.UserName, made.Action, made.ObjectKind, made.ObjectId, made.Detail])
            text.Append(field.Length).Append(':').Append(field).Append(' ');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
