using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Alimenta.Data;

/// <summary>Who asks.</summary>
/// <param name="UserId">His user id; 0 for the program itself.</param>
/// <param name="Name">His name as the audit log shows it.</param>
public sealed record Actor(long UserId, string Name)
{
    /// <summary>The program itself, in a named piece of work such as "accrual".</summary>
    public static Actor Program(string work) => new(0, work);
}

/// <summary>What is asked, under a key that the asker made. The same key and content again gives the first answer.</summary>
public sealed class CommandRequest
{
    /// <param name="key">Made by the asker before sending, and kept until he has the answer.</param>
    /// <param name="kind">What is asked, such as receipt.identify.</param>
    /// <param name="payload">The content; a record of plain values. Only hashes of it are kept.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="why">Why; kept with every fact that changes.</param>
    public CommandRequest(string key, string kind, object payload, Actor by, string why = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        (Key, Kind, By, Why) = (key, kind, by, why);
        Fields = FieldHashes(payload);
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{Fields}\n{JsonSerializer.Serialize(payload, AlimentaJson.Options)}")));
    }

    public string Key { get; }

    public string Kind { get; }

    public Actor By { get; }

    public string Why { get; }

    /// <summary>SHA-256 of kind and content.</summary>
    public string Hash { get; }

    /// <summary>A short hash of each field of the content: name=hash;name=hash.</summary>
    public string Fields { get; }

    /// <summary>What the request is about, for the audit log; empty where it is about nothing in particular.</summary>
    public string ObjectKind { get; init; } = "";

    /// <summary>The number or key of what the request is about.</summary>
    public string ObjectId { get; init; } = "";

    /// <summary>The names of the fields that differ from those of an earlier request under the same key.</summary>
    internal IReadOnlyList<string> Differing(string earlierFields)
    {
        var earlier = Parse(earlierFields);
        var now = Parse(Fields);
        return [.. now.Keys.Union(earlier.Keys).Where(name => now.GetValueOrDefault(name) != earlier.GetValueOrDefault(name)).Order(StringComparer.Ordinal)];
    }

    private static Dictionary<string, string> Parse(string fields) =>
        fields.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', 2)).ToDictionary(f => f[0], f => f[1], StringComparer.Ordinal);

    private static string FieldHashes(object payload)
    {
        if (JsonSerializer.SerializeToNode(payload, AlimentaJson.Options) is not JsonObject fields) return "";
        return string.Join(';', fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f =>
            $"{f.Key}={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(f.Value?.ToJsonString() ?? "null")).AsSpan(0, 4))}"));
    }
}
