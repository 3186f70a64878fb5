using System.Globalization;
using System.Text.Json;
using Alimenta.Data;

namespace Alimenta.Office.Exchange;

/// <summary>A fault of a line: where, what, what to do.</summary>
/// <param name="Line">The line from 1.</param>
/// <param name="Column">The character from 1 at which the field's value begins; 0 where no place in the line is at fault.</param>
/// <param name="Field">The field, or empty.</param>
/// <param name="Code">The code of the refusal or warning.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record ImportFault(long Line, int Column, string Field, string Code, string What, string Remedy);

/// <summary>The faults and warnings of a file. Only the first are kept; all are counted.</summary>
internal sealed class ImportFaults
{
    private const int MostKept = 1_000;
    private readonly List<ImportFault> _faults = [];
    private readonly List<ImportFault> _warnings = [];

    public IReadOnlyList<ImportFault> Faults => _faults;

    public IReadOnlyList<ImportFault> Warnings => _warnings;

    public long FaultCount { get; private set; }

    public long WarningCount { get; private set; }

    public void Add(ImportFault fault)
    {
        FaultCount++;
        if (_faults.Count < MostKept) _faults.Add(fault);
    }

    /// <summary>Notes what a slice's rule says of a line.</summary>
    /// <returns>Whether there was nothing to refuse.</returns>
    public bool Passes(CaseloadRow row, Refusal? no)
    {
        if (no is null) return true;
        Add(Of(row, no));
        return false;
    }

    /// <summary>Notes a warning; the line passes.</summary>
    public void Warn(CaseloadRow row, Refusal? warning)
    {
        if (warning is null) return;
        WarningCount++;
        if (_warnings.Count < MostKept) _warnings.Add(Of(row, warning));
    }

    private static ImportFault Of(CaseloadRow row, Refusal no)
    {
        var field = row.FieldOf(no.Field);
        return new(row.Line, row.Column(field), field, no.Code, no.What, no.Remedy);
    }
}

/// <summary>The value of a field and where it stands.</summary>
internal readonly record struct FieldValue(string? Text, long Number, IReadOnlyList<string>? List, int Column);

/// <summary>A line of a caseload whose fields are of the right kinds.</summary>
internal sealed class CaseloadRow(long line, LineType type, Dictionary<string, FieldValue> fields)
{
    public long Line { get; } = line;

    public LineType Type { get; } = type;

    public bool Has(string name) => fields.ContainsKey(name);

    public string Text(string name) => fields.TryGetValue(name, out var value) ? value.Text! : "";

    public string? TextOr(string name) => fields.TryGetValue(name, out var value) && value.Text!.Length > 0 ? value.Text : null;

    public bool Flag(string name) => fields.TryGetValue(name, out var value) && value.Number == 1;

    public int Whole(string name) => checked((int)fields[name].Number);

    public int? WholeOr(string name) => fields.TryGetValue(name, out var value) ? checked((int)value.Number) : null;

    public Money Cents(string name) => new(fields.TryGetValue(name, out var value) ? value.Number : 0);

    public DateOnly Date(string name) => DateOnly.FromDayNumber((int)fields[name].Number);

    public DateOnly? DateOr(string name) => fields.TryGetValue(name, out var value) ? DateOnly.FromDayNumber((int)value.Number) : null;

    public SupportMonth Month(string name) => new((int)fields[name].Number);

    public IReadOnlyList<string> Texts(string name) => fields.TryGetValue(name, out var value) ? value.List! : [];

    public T Word<T>(string name, T absent = default)
        where T : struct, Enum => fields.TryGetValue(name, out var value) ? (T)Enum.ToObject(typeof(T), value.Number) : absent;

    public int Column(string name) => fields.TryGetValue(name, out var value) ? value.Column : 0;

    /// <summary>The file's name of a field that a slice names in its own way.</summary>
    public string FieldOf(string field)
    {
        var name = Naming.Snake(field.Split('.')[^1]);
        return Type.Field(name) is not null ? name : Type.Field($"{name}_cents") is not null ? $"{name}_cents" : Type.Field($"end_{name}") is not null ? $"end_{name}" : "";
    }
}

/// <summary>Reads lines into rows; every fault says its line and column.</summary>
internal sealed class CaseloadReader(ImportFaults faults)
{
    /// <summary>The row of a line; null when it has a fault, or is empty.</summary>
    public CaseloadRow? Read(long line, ReadOnlySpan<byte> json)
    {
        try
        {
            return Parse(line, json);
        }
        catch (JsonException broken)
        {
            faults.Add(new(line, (int)(broken.BytePositionInLine ?? 0) + 1, "", "R-IMPORT-JSON", "The line is not one JSON object.", "Correct the line; each line holds one object in braces."));
            return null;
        }
        catch (InvalidOperationException)
        {
            // The reader's word for text that is no Unicode.
            faults.Add(new(line, 0, "", "R-IMPORT-TEXT", "The line holds characters that are no text.", "Write the file in UTF-8."));
            return null;
        }
    }

    private CaseloadRow? Parse(long line, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new() { MaxDepth = 2 });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException(null, null, 0, 0);
        var values = new Dictionary<string, (JsonTokenType Token, FieldValue Value)>(StringComparer.Ordinal);
        var good = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var column = (int)reader.TokenStartIndex + 1;
            var token = reader.TokenType;
            if (token == JsonTokenType.Null) continue;
            if (!values.TryAdd(name, (token, Value(ref reader, column)))) good = Fault(line, column, name, "R-IMPORT-TWICE", $"The field {name} stands twice in the line.", "Keep one of the two.");
        }

        if (reader.Read()) throw new JsonException(null, null, 0, reader.TokenStartIndex);
        if (!values.Remove("type", out var word) || word.Token != JsonTokenType.String) return Null(Fault(line, 1, "type", "R-IMPORT-NO-TYPE", "The line does not say its type.", $"Add \"type\", one of {string.Join(", ", CaseloadFormat.Types.Select(t => t.Name))}."));
        if (CaseloadFormat.Find(word.Value.Text!) is not { } type) return Null(Fault(line, word.Value.Column, "type", "R-IMPORT-TYPE", $"There is no type \"{word.Value.Text}\".", $"Use one of {string.Join(", ", CaseloadFormat.Types.Select(t => t.Name))}."));

        var fields = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        foreach (var (name, (token, value)) in values)
        {
            if (type.Field(name) is not { } spec) good = Fault(line, value.Column, name, "R-IMPORT-FIELD", $"A {type.Name} has no field \"{name}\".", $"Its fields are {string.Join(", ", type.Fields.Select(f => f.Name))}.");
            else if (Converted(spec, token, value) is { } converted) fields[name] = converted;
            else good = Fault(line, value.Column, name, "R-IMPORT-VALUE", $"The field {name} does not hold {Kind(spec)}.", $"Write it as {Example(spec)}.");
        }

        foreach (var missing in type.Fields.Where(f => f.Required && !values.ContainsKey(f.Name)))
            good = Fault(line, 0, missing.Name, "R-IMPORT-MISSING", $"The field {missing.Name} is missing.", $"{missing.Says} Write it as {Example(missing)}.");
        return good ? new(line, type, fields) : null;
    }

    private static FieldValue Value(ref Utf8JsonReader reader, int column)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new(reader.GetString(), 0, null, column);
            case JsonTokenType.Number:
                // A number that is not whole has no place here: the null text tells it from one that is.
                return reader.TryGetInt64(out var number) ? new("", number, null, column) : new(null, 0, null, column);
            case JsonTokenType.True:
                return new(null, 1, null, column);
            case JsonTokenType.StartArray:
                var list = new List<string>();
                var texts = true;
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    if (reader.TokenType == JsonTokenType.String) list.Add(reader.GetString()!);
                    else texts = false;
                }

                return new(null, 0, texts ? list : null, column);
            case JsonTokenType.StartObject:
                reader.Skip();
                return new(null, 0, null, column);
            default:
                return new(null, 0, null, column);
        }
    }

    private static FieldValue? Converted(FieldSpec spec, JsonTokenType token, FieldValue value) => spec.Kind switch
    {
        FieldKind.Text when token == JsonTokenType.String => value,
        FieldKind.Whole when token == JsonTokenType.Number && value.Text is not null && value.Number is >= int.MinValue and <= int.MaxValue => value,
        FieldKind.Cents when token == JsonTokenType.Number && value.Text is not null => value,
        FieldKind.Flag when token is JsonTokenType.True or JsonTokenType.False => value,
        FieldKind.Texts when token == JsonTokenType.StartArray && value.List is not null => value,
        FieldKind.Date when token == JsonTokenType.String && DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => value with { Number = day.DayNumber },
        FieldKind.Month when token == JsonTokenType.String && value.Text == "undated" => value with { Number = 0 },
        FieldKind.Month when token == JsonTokenType.String && SupportMonth.TryParse(value.Text, out var month) => value with { Number = month.Number },
        FieldKind.Word when token == JsonTokenType.String && IndexOf(spec.Words!, value.Text!) is >= 0 and var index => value with { Number = index },
        _ => null,
    };

    private static int IndexOf(IReadOnlyList<string> words, string word)
    {
        for (var i = 0; i < words.Count; i++)
            if (words[i] == word) return i;
        return -1;
    }

    private static string Kind(FieldSpec spec) => spec.Kind switch
    {
        FieldKind.Text => "text",
        FieldKind.Whole => "a whole number",
        FieldKind.Cents => "a whole number of cents",
        FieldKind.Date => "a day",
        FieldKind.Month => "a month",
        FieldKind.Flag => "true or false",
        FieldKind.Texts => "a list of texts",
        _ => $"one of {string.Join(", ", spec.Words!)}",
    };

    private static string Example(FieldSpec spec) => spec.Kind switch
    {
        FieldKind.Text => "text in quotes",
        FieldKind.Whole => "a number without quotes",
        FieldKind.Cents => "40000 for $400.00",
        FieldKind.Date => "\"2026-03-01\"",
        FieldKind.Month => "\"2026-03\" or \"undated\"",
        FieldKind.Flag => "true or false without quotes",
        FieldKind.Texts => "[\"P1\", \"P2\"]",
        _ => string.Join(" or ", spec.Words!.Select(w => $"\"{w}\"")),
    };

    private bool Fault(long line, int column, string field, string code, string what, string remedy)
    {
        faults.Add(new(line, column, field, code, what, remedy));
        return false;
    }

    private static CaseloadRow? Null(bool _) => null;
}
