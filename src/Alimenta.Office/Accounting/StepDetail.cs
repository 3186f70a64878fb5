using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;

namespace Alimenta.Office.Accounting;

/// <summary>What the entry of a distribution keeps of its step beside the lines: a digest to compare by, and the parts for the screen.</summary>
/// <remarks>The lines of any other step say all of it, so nothing is kept beside them.</remarks>
/// <param name="Digest">The first half of SHA-256 of the step's content, in base 64: whether two steps say the same.</param>
/// <param name="Parts">The parts of the distribution.</param>
public sealed record StepDetail(string Digest, IReadOnlyList<StepPart> Parts)
{
    /// <summary>Characters of a digest.</summary>
    internal const int DigestLength = 22;

    private const int DigestBytes = 16;

    /// <summary>The detail of a distribution.</summary>
    public static StepDetail Of(Step step) => new(
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(step.Content())).AsSpan(0, DigestBytes)),
        [.. step.Parts.Select(p => new StepPart(p.Case, p.Part.Bucket, p.Part.Obligation, p.Part.Month, p.Part.To, p.Part.Amount, p.Part.Rule, p.Part.Before))]);

    /// <summary>The digest in a stored text; empty when there is none.</summary>
    public static string DigestOf(string text) => text.Length >= DigestLength ? text[..DigestLength] : "";

    /// <summary>The detail in a stored text.</summary>
    /// <exception cref="JsonException">The text is not one that was written here.</exception>
    public static StepDetail Parse(string text) => new(DigestOf(text), text.Length > DigestLength ? PackedParts.Read(text[DigestLength..]) : []);

    /// <summary>The text that is stored.</summary>
    public string Text() => Parts.Count == 0 ? Digest : Digest + PackedParts.Write(Parts);
}

/// <summary>One part of a distribution as it is kept for the screen.</summary>
public sealed record StepPart(string Case, string Bucket, string Obligation, SupportMonth Month, Recipient To, Money Amount, string Rule, Money Before);
