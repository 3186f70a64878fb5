using System.Text;
using System.Text.Json;

namespace Alimenta.Law.Store;

/// <summary>A value of a JSON file with comments that remembers where it stands, so that a fault can name its line and column.</summary>
internal sealed class JsoncNode
{
    /// <summary>What kind of value it is.</summary>
    public required JsonValueKind Kind { get; init; }

    /// <summary>Its line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Its column in characters, from 1.</summary>
    public required int Column { get; init; }

    /// <summary>The text of a string or the digits of a number.</summary>
    public string Text { get; init; } = "";

    /// <summary>The members of an object, in the order of the file.</summary>
    public List<(string Name, JsoncNode NameNode, JsoncNode Value)> Members { get; } = [];

    /// <summary>The items of an array.</summary>
    public List<JsoncNode> Items { get; } = [];

    /// <summary>The value of a member, or null when there is none.</summary>
    public JsoncNode? this[string name]
    {
        get
        {
            foreach (var member in Members)
                if (member.Name == name) return member.Value;
            return null;
        }
    }

    /// <summary>Reads a file. Syntax errors and members named twice become faults; null when nothing could be read.</summary>
    public static JsoncNode? Parse(LawText file, List<LawFault> faults)
    {
        var bytes = Encoding.UTF8.GetBytes(file.Text);
        var places = new Places(bytes);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            reader.Read();
            var root = Value(ref reader, places, file.Path, faults);
            reader.Read();
            return root;
        }
        catch (JsonException wrong)
        {
            var line = (int)(wrong.LineNumber ?? 0);
            faults.Add(new(file.Path, line + 1, places.Column(line, (int)(wrong.BytePositionInLine ?? 0)),
                "This is not valid JSON with comments.", "Look at this place and just before it for a missing comma, quote or bracket."));
            return null;
        }
    }

    /// <summary>Writes the content without comments and blanks: what counts for the version of the law.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        switch (Kind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var (name, _, value) in Members)
                {
                    writer.WritePropertyName(name);
                    value.WriteTo(writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in Items) item.WriteTo(writer);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String: writer.WriteStringValue(Text); break;
            case JsonValueKind.Number: writer.WriteRawValue(Text); break;
            case JsonValueKind.True: writer.WriteBooleanValue(true); break;
            case JsonValueKind.False: writer.WriteBooleanValue(false); break;
            default: writer.WriteNullValue(); break;
        }
    }

    private static JsoncNode Value(ref Utf8JsonReader reader, Places places, string file, List<LawFault> faults)
    {
        var (line, column) = places.At((int)reader.TokenStartIndex);
        var node = new JsoncNode
        {
            Kind = reader.TokenType switch
            {
                JsonTokenType.StartObject => JsonValueKind.Object,
                JsonTokenType.StartArray => JsonValueKind.Array,
                JsonTokenType.String => JsonValueKind.String,
                JsonTokenType.Number => JsonValueKind.Number,
                JsonTokenType.True => JsonValueKind.True,
                JsonTokenType.False => JsonValueKind.False,
                _ => JsonValueKind.Null,
            },
            Line = line,
            Column = column,
            Text = reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString() ?? "",
                JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
                _ => "",
            },
        };
        if (node.Kind == JsonValueKind.Object)
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var (nameLine, nameColumn) = places.At((int)reader.TokenStartIndex);
                var name = reader.GetString() ?? "";
                var nameNode = new JsoncNode { Kind = JsonValueKind.String, Line = nameLine, Column = nameColumn, Text = name };
                if (node[name] is not null)
                    faults.Add(new(file, nameLine, nameColumn, $"The member \"{name}\" stands twice.", "Keep one of the two."));
                reader.Read();
                node.Members.Add((name, nameNode, Value(ref reader, places, file, faults)));
            }
        else if (node.Kind == JsonValueKind.Array)
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                node.Items.Add(Value(ref reader, places, file, faults));
        return node;
    }

    /// <summary>Turns places in the bytes into lines and columns of characters.</summary>
    private sealed class Places
    {
        private readonly byte[] _bytes;
        private readonly List<int> _lineStarts = [0];

        public Places(byte[] bytes)
        {
            _bytes = bytes;
            for (var i = 0; i < bytes.Length; i++)
                if (bytes[i] == (byte)'\n') _lineStarts.Add(i + 1);
        }

        public (int Line, int Column) At(int offset)
        {
            var found = _lineStarts.BinarySearch(offset);
            var line = found >= 0 ? found : ~found - 1;
            return (line + 1, Column(line, offset - _lineStarts[line]));
        }

        public int Column(int line, int byteInLine)
        {
            var start = _lineStarts[Math.Min(line, _lineStarts.Count - 1)];
            return Encoding.UTF8.GetCharCount(_bytes.AsSpan(start, Math.Min(byteInLine, _bytes.Length - start))) + 1;
        }
    }
}
