using System.Text.Json;
using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Office.Accounting;

/// <summary>The parts of a distribution as the row of its entry keeps them: a JSON array with an array for each part, a third of what named values take.</summary>
/// <remarks>A part is [obligation, bucket, month, recipient, cents, rule, cents before, case]; the case is left out where the obligation's key begins with it.</remarks>
internal static class PackedParts
{
    /// <summary>The text of parts.</summary>
    public static string Write(IReadOnlyList<StepPart> parts) => JsonText.Of(parts, static (json, parts) =>
    {
        json.WriteStartArray();
        foreach (var part in parts)
        {
            json.WriteStartArray();
            json.WriteStringValue(part.Obligation);
            json.WriteStringValue(part.Bucket);
            json.WriteNumberValue(part.Month.Number);
            json.WriteStringValue(part.To.ToString());
            json.WriteNumberValue(part.Amount.Cents);
            json.WriteStringValue(part.Rule);
            json.WriteNumberValue(part.Before.Cents);
            if (!CaseOf(part.Obligation).SequenceEqual(part.Case)) json.WriteStringValue(part.Case);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    });

    /// <summary>The parts in a text.</summary>
    /// <exception cref="JsonException">The text is not one that was written here.</exception>
    public static IReadOnlyList<StepPart> Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return [.. json.RootElement.EnumerateArray().Select(Part)];
        }
        catch (Exception broken) when (broken is InvalidOperationException or FormatException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new JsonException("The parts of a distribution cannot be read.", broken);
        }
    }

    private static StepPart Part(JsonElement part)
    {
        // Entries are never written anew: those of earlier versions name each value.
        if (part.ValueKind == JsonValueKind.Object) return part.Deserialize<StepPart>(AlimentaJson.Options)!;
        var obligation = part[0].GetString()!;
        return new(
            part.GetArrayLength() > 7 ? part[7].GetString()! : CaseOf(obligation).ToString(), part[1].GetString()!, obligation, new(part[2].GetInt32()), Enum.Parse<Recipient>(part[3].GetString()!),
            new(part[4].GetInt64()), part[5].GetString()!, new(part[6].GetInt64()));
    }

    /// <summary>The case with whose number the key of an obligation begins.</summary>
    private static ReadOnlySpan<char> CaseOf(string obligation) => obligation.AsSpan(0, Math.Max(0, obligation.IndexOf('/', StringComparison.Ordinal)));
}
