using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Alimenta.Data;

/// <summary>Writes what facts were and became, from what the context tracks and has looked at, before it is saved.</summary>
internal static class FactHistory
{
    /// <summary>Rows of history for the facts that are new or changed; counts their versions up; refuses what may not happen to a row.</summary>
    public static List<FactChange> Take(AlimentaDb db, Func<string, long> nextId, CommandRequest request, DateTime now)
    {
        var changes = new List<FactChange>();
        foreach (var entry in db.ChangeTracker.Entries().ToList())
        {
            if (entry.State == EntityState.Deleted && entry.Entity is IFact)
                throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} {entry.Property("Id").CurrentValue} is a fact; facts end or are voided, they are not deleted.");
            if (entry.State == EntityState.Modified)
            {
                KeepNaturalKeys(entry);
                CountVersion(entry);
            }

            if (IsTold(entry)) changes.Add(Change(entry, nextId, request, now));
        }

        return changes;
    }

    // A receipt is a fact only where someone corrects it; that it went on to its next status is told by the journal.
    private static bool IsTold(EntityEntry entry) => entry.State switch
    {
        EntityState.Added => entry.Entity is IFact,
        EntityState.Modified => (entry.Entity is IFact && entry.Properties.Any(p => p.IsModified && p.Metadata.Name != "Version")) || (entry.Entity is Receipt && entry.Properties.Any(p => p.IsModified && p.Metadata.Name != nameof(Receipt.Status))),
        _ => false,
    };

    private static FactChange Change(EntityEntry entry, Func<string, long> nextId, CommandRequest request, DateTime now)
    {
        var added = entry.State == EntityState.Added;
        var properties = entry.Properties.Where(p => p.Metadata.Name is not ("Id" or "Version") && (added ? p.CurrentValue is not null : p.IsModified)).ToList();
        return new()
        {
            Id = nextId(Naming.Table(typeof(FactChange))),
            Entity = entry.Metadata.GetTableName()!,
            EntityId = ((IRow)entry.Entity).Id,
            Before = added ? "" : Json(properties, p => p.OriginalValue),
            After = Json(properties, p => p.CurrentValue),
            UserId = request.By.UserId,
            At = now,
            Why = request.Why,
            CommandKey = request.Key,
        };
    }

    /// <summary>Rows of history for new facts that are not tracked: the same as <see cref="Take"/> makes of tracked ones.</summary>
    public static List<FactChange> Added<T>(AlimentaDb db, IEnumerable<T> rows, Func<string, long> nextId, CommandRequest request, DateTime now)
        where T : class, IFact
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var properties = type.GetProperties().Where(p => p.Name is not ("Id" or "Version")).Select(p => (
            p.Name, p.ClrType, Info: p.PropertyInfo!, Masked: p.PropertyInfo?.GetCustomAttribute<ProtectedAttribute>() is not null)).ToList();
        using var stream = new MemoryStream();
        using var writer = new Utf8JsonWriter(stream);
        var changes = new List<FactChange>();
        foreach (var row in rows)
        {
            stream.SetLength(0);
            writer.Reset();
            writer.WriteStartObject();
            foreach (var property in properties)
            {
                if (property.Info.GetValue(row) is not { } value) continue;
                writer.WritePropertyName(property.Name);
                Write(writer, value, property.ClrType, property.Masked);
            }

            writer.WriteEndObject();
            writer.Flush();
            changes.Add(new()
            {
                Id = nextId(Naming.Table(typeof(FactChange))), Entity = type.GetTableName()!, EntityId = row.Id,
                After = Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length), UserId = request.By.UserId, At = now, Why = request.Why, CommandKey = request.Key,
            });
        }

        return changes;
    }

    private static void Write(Utf8JsonWriter writer, object? value, Type type, bool masked)
    {
        if (masked && value is string text) writer.WriteStringValue(Mask(text));
        else JsonSerializer.Serialize(writer, value, type, AlimentaJson.Options);
    }

    private static string Json(IEnumerable<PropertyEntry> properties, Func<PropertyEntry, object?> value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var property in properties)
            {
                writer.WritePropertyName(property.Metadata.Name);
                Write(writer, value(property), property.Metadata.ClrType, property.Metadata.PropertyInfo?.GetCustomAttribute<ProtectedAttribute>() is not null);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The last four characters of a long number, nothing of a short one.</summary>
    internal static string Mask(string text) => text.Length > 4 ? "***" + text[^4..] : "***";

    private static void KeepNaturalKeys(EntityEntry entry)
    {
        var changed = entry.Properties.FirstOrDefault(p =>
            p.IsModified && !Equals(p.OriginalValue, p.CurrentValue) && p.Metadata.PropertyInfo?.GetCustomAttribute<NaturalKeyAttribute>() is not null);
        if (changed is not null)
            throw new InvalidOperationException($"{entry.Metadata.ClrType.Name}.{changed.Metadata.Name} is a natural key and never changes.");
    }

    private static void CountVersion(EntityEntry entry)
    {
        if (entry.Metadata.FindProperty("Version") is not { IsConcurrencyToken: true }) return;
        var version = entry.Property("Version");
        version.CurrentValue = (int)version.OriginalValue! + 1;
    }
}
