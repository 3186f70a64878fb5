using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Alimenta.Law.Store;

namespace Alimenta.Law.Rules;

/// <summary>How facts and results of rules are written as JSON: names in small letters with underscores, money as whole cents in members that end in _cents.</summary>
public static class LawJson
{
    /// <summary>The one set of options for facts and results.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            AllowTrailingCommas = true,
            ReadCommentHandling = JsonCommentHandling.Skip,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameCents } },
        };
        options.Converters.Add(new MoneyConverter());
        options.Converters.Add(new SupportMonthConverter());
        options.Converters.Add(new JsonStringEnumConverter(new WordNaming(), allowIntegerValues: false));
        options.MakeReadOnly();
        return options;
    }

    private const string Cents = "_cents";

        /// <summary>A member that holds money says in its name that it is in cents.</summary>
    private static void NameCents(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if ((Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(Money) && !property.Name.EndsWith(Cents, StringComparison.Ordinal)) property.Name += Cents;
    }

    /// <summary>Words are written like names of members; abbreviations of the field such as NA and UDA as the field writes them.</summary>
    private sealed class WordNaming : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name.All(char.IsAsciiLetterUpper) ? name : SnakeCaseLower.ConvertName(name);
    }

    private sealed class MoneyConverter : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Cents);
    }

    private sealed class SupportMonthConverter : JsonConverter<SupportMonth>
    {
        public override SupportMonth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            SupportMonth.TryParse(reader.GetString(), out var month) ? month : throw new JsonException("A month is written as YYYY-MM.");

        public override void Write(Utf8JsonWriter writer, SupportMonth value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}

/// <summary>Marks a number of the facts of a rule that may be below nothing; all others are refused when they are.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MayBeNegativeAttribute : Attribute;
