using System.Diagnostics.CodeAnalysis;

namespace Alimenta.Formats.Tests.Nacha;

/// <summary>Ways in which files go wrong between two machines.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A seed that repeats is what a test needs.")]
internal static class Mutations
{
    /// <summary>A copy with one to four things wrong.</summary>
    public static byte[] Spoil(byte[] file, Random random)
    {
        var bytes = file.ToList();
        for (var times = random.Next(1, 5); times > 0 && bytes.Count > 0; times--) Once(bytes, random);
        return [.. bytes];
    }

    private static void Once(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(12))
        {
            case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: bytes[at] = (byte)random.Next(256); break;
            case 2: bytes[at] = (byte)('0' + random.Next(10)); break;
            case 3: bytes[at] = (byte)('A' + random.Next(26)); break;
            case 4: bytes.Insert(at, (byte)random.Next(32, 127)); break;
            case 5: bytes.Insert(at, (byte)'\n'); break;
            case 6: bytes.RemoveAt(at); break;
            case 7: bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 200))); break;
            case 8: bytes.AddRange(bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(1, 300)))); break;
            case 9:
                var other = random.Next(bytes.Count);
                (bytes[at], bytes[other]) = (bytes[other], bytes[at]);
                break;
            case 10: SwapLines(bytes, random); break;
            case 11: RepeatLine(bytes, random); break;
        }
    }

    private static void SwapLines(List<byte> bytes, Random random)
    {
        int first = random.Next(bytes.Count / 95 + 1) * 95, second = random.Next(bytes.Count / 95 + 1) * 95;
        for (var i = 0; i < 94 && first + i < bytes.Count && second + i < bytes.Count; i++) (bytes[first + i], bytes[second + i]) = (bytes[second + i], bytes[first + i]);
    }

    private static void RepeatLine(List<byte> bytes, Random random)
    {
        var start = random.Next(bytes.Count / 95 + 1) * 95;
        if (start + 95 <= bytes.Count) bytes.InsertRange(start, bytes.GetRange(start, 95));
    }
}
