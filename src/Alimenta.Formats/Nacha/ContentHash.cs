using System.Security.Cryptography;

namespace Alimenta.Formats.Nacha;

/// <summary>SHA-256 over records at their full length in capital letters: the same for the same content in another wrapping.</summary>
internal sealed class ContentHash
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _upper = new byte[NachaLayouts.RecordLength];

    public void Add(ReadOnlySpan<byte> record)
    {
        for (var i = 0; i < record.Length; i++) _upper[i] = record[i] is >= (byte)'a' and <= (byte)'z' ? (byte)(record[i] - 32) : record[i];
        _hash.AppendData(_upper, 0, record.Length);
    }

    public string Finish()
    {
        using (_hash) return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }
}
