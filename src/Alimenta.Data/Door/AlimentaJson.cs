using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alimenta.Data;

/// <summary>How values are written as JSON in requests, stored replies and history: money in cents, months as 2026-11, enumerations as words.</summary>
public static class AlimentaJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new MoneyJson(), new MonthJson(), new JsonStringEnumConverter() },
    };

    private sealed class MoneyJson : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Cents);
    }

    private sealed class MonthJson : JsonConverter<SupportMonth>
    {
        public override SupportMonth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString();
            if (text == "undated") return SupportMonth.Undated;
            return SupportMonth.TryParse(text, out var month) ? month : throw new JsonException($"'{text}' is not a month such as 2026-11.");
        }

        public override void Write(Utf8JsonWriter writer, SupportMonth value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
