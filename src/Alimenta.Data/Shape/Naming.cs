using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Alimenta.Data;

/// <summary>Names of tables, columns, keys and indexes: snake case, singular, the same on both engines, and none that SQL reserves.</summary>
public static class Naming
{
    private static readonly Dictionary<string, string> Reserved = new(StringComparer.Ordinal)
    {
        ["From"] = "valid_from",
        ["To"] = "valid_to",
        ["On"] = "on_day",
        ["By"] = "by_user",
        ["At"] = "at_time",
        ["Current"] = "current_due",
        ["Class"] = "debt_class",
        ["Key"] = "key",
        ["Date"] = "business_date",
    };

    private static readonly Dictionary<Type, string> IdentityTables = new()
    {
        [typeof(IdentityUserClaim<long>)] = "app_user_claim",
        [typeof(IdentityUserLogin<long>)] = "app_user_login",
        [typeof(IdentityUserToken<long>)] = "app_user_token",
        [typeof(IdentityUserRole<long>)] = "app_user_role",
        [typeof(IdentityRoleClaim<long>)] = "app_role_claim",
    };

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, string> Tables = new();

    /// <summary>The table of a type; also the kind under which its ids are handed out.</summary>
    public static string Table(Type type) =>
        Tables.GetOrAdd(type, static t => t.GetCustomAttribute<RowNameAttribute>()?.Name ?? (IdentityTables.TryGetValue(t, out var name) ? name : Snake(t.Name)));

    /// <summary>The column of a property.</summary>
    public static string Column(string property) => Reserved.TryGetValue(property, out var name) ? name : Snake(property);

    /// <summary>A name in snake case: CollectedOn becomes collected_on, DueDay2 becomes due_day2.</summary>
    public static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1])) text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    internal static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            var table = Table(entity.ClrType);
            if (entity.GetViewName() is null) entity.SetTableName(table);
            foreach (var property in entity.GetProperties()) property.SetColumnName(Column(property.Name));
            foreach (var key in entity.GetKeys()) key.SetName(key.IsPrimaryKey() ? $"pk_{table}" : $"ak_{table}_{Columns(key.Properties)}");
            foreach (var foreignKey in entity.GetForeignKeys()) foreignKey.SetConstraintName($"fk_{table}_{Columns(foreignKey.Properties)}");
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName($"{(index.IsUnique ? "ux" : "ix")}_{table}_{Columns(index.Properties)}");
        }
    }

    private static string Columns(IEnumerable<IMutableProperty> properties) => string.Join('_', properties.Select(p => Column(p.Name)));
}
