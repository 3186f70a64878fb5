using System.Security.Cryptography;
using System.Text;

namespace Alimenta.Office.Access;

/// <summary>Secrets that nobody chooses: long, by chance, and kept only as a hash.</summary>
internal static class Secrets
{
    // No signs that look alike: a first password is read from paper.
    private const string Readable = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>256 bits as text for a cookie or a header.</summary>
    public static string Key() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>The hash that is kept. A plain hash is enough for a secret that cannot be guessed.</summary>
    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>A first password in groups that can be read out: k7mw-q2rt-...</summary>
    public static string Password() => string.Join('-', Enumerable.Range(0, 5).Select(_ => RandomNumberGenerator.GetString(Readable, 4)));
}
