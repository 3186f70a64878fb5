using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alimenta.Web.Api;

/// <summary>A month of support as 2026-11, or undated.</summary>
internal sealed class MonthJson : JsonConverter<SupportMonth>
{
    private const string Undated = "undated";

    public override SupportMonth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        if (text == Undated) return SupportMonth.Undated;
        return SupportMonth.TryParse(text, out var month) ? month : throw new JsonException("A month is written as 2026-11.");
    }

    public override void Write(Utf8JsonWriter writer, SupportMonth value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value == SupportMonth.Undated ? Undated : value.ToString());
}
