using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Alimenta.Data;

/// <summary>A table as a whole book carries it: its columns by name, its rows as plain values in the order of the key.</summary>
public sealed class BookTable
{
    /// <summary>Tables that a book leaves behind, each with the reason. Every table is either here or in the book; a test holds that.</summary>
    public static readonly IReadOnlyDictionary<string, string> LeftOut = new Dictionary<string, string>
    {
        ["schema_version"] = "The engine's own scripts.",
        ["kept_facts"] = "Other rows of the book in one text each; made again where it is needed.",
        ["data_protection_key"] = "Secrets of the place, made anew.",
        ["sign_in_session"] = "Nobody is signed in at the new place.",
        ["api_token"] = "Tokens are given out anew.",
        ["app_user_token"] = "Secrets of second factors.",
        ["app_user_login"] = "Not used: there are local accounts only.",
        ["app_user_claim"] = "Not used: rights come from roles.",
        ["app_role_claim"] = "Not used: rights come from roles.",
    };

    // Nobody's password leaves the place; a new one is given at the new place. The stamp must be some text that nobody has seen.
    private static readonly Dictionary<string, Func<object?>> Secret = new()
    {
        [nameof(User.PasswordHash)] = () => null,
        [nameof(User.SecurityStamp)] = () => Guid.NewGuid().ToString("N"),
    };

    private readonly IEntityType _type;

    private BookTable(IEntityType type)
    {
        _type = type;
        Name = type.GetTableName()!;
        Source = BulkTable.Of(type);
        Carried = [.. type.GetProperties().Select((p, i) => (p, i)).Where(x => !IsSecret(x.p)).Select(x => x.i)];
        Rows = BulkTable.OfValues(type, [.. type.GetProperties().Select((p, i) => IsSecret(p) ? (_ => Secret[p.Name]()) : Reader(Array.IndexOf(Carried, i)))]);
    }

    public string Name { get; }

    /// <summary>The columns that a book carries.</summary>
    public IEnumerable<BulkColumn> Columns => Carried.Select(i => Source.Columns[i]);

    /// <summary>The table for insertion: a row is an array of the carried values.</summary>
    internal BulkTable Rows { get; }

    private BulkTable Source { get; }

    private int[] Carried { get; }

    /// <summary>Tables of the model in an order in which each finds what it points to.</summary>
    public static IReadOnlyList<BookTable> Of(AlimentaDb db)
    {
        var left = db.Model.GetEntityTypes().Where(t => t.GetTableName() is { } name && !LeftOut.ContainsKey(name)).OrderBy(t => t.GetTableName(), StringComparer.Ordinal).ToList();
        var ordered = new List<IEntityType>();
        while (left.Count > 0)
        {
            var free = left.Where(t => t.GetForeignKeys().All(k => k.PrincipalEntityType == t || !left.Contains(k.PrincipalEntityType))).ToList();
            if (free.Count == 0) throw new InvalidOperationException($"The tables {string.Join(", ", left.Select(t => t.GetTableName()))} point to each other in a circle.");
            ordered.AddRange(free);
            left.RemoveAll(free.Contains);
        }

        return [.. ordered.Select(t => new BookTable(t))];
    }

    /// <summary>The rows in the order of the key, one by one.</summary>
    public IAsyncEnumerable<object?[]> ReadAsync(AlimentaDb db, CancellationToken cancel) =>
        (IAsyncEnumerable<object?[]>)typeof(BookTable).GetMethod(nameof(ReadOfAsync), BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(_type.ClrType).Invoke(this, [db, cancel])!;

    /// <summary>Whether there is any row.</summary>
    public Task<bool> AnyAsync(AlimentaDb db, CancellationToken cancel) =>
        (Task<bool>)typeof(BookTable).GetMethod(nameof(AnyOfAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(_type.ClrType).Invoke(null, [db, cancel])!;

    private async IAsyncEnumerable<object?[]> ReadOfAsync<T>(AlimentaDb db, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
        where T : class
    {
        IOrderedQueryable<T>? query = null;
        foreach (var property in _type.FindPrimaryKey()!.Properties)
        {
            var name = property.Name;
            query = query is null ? db.Set<T>().AsNoTracking().OrderBy(r => EF.Property<object>(r, name)) : query.ThenBy(r => EF.Property<object>(r, name));
        }

        await foreach (var row in query!.AsAsyncEnumerable().WithCancellation(cancel)) yield return [.. Carried.Select(i => Source.Columns[i].Read(row))];
    }

    private static Task<bool> AnyOfAsync<T>(AlimentaDb db, CancellationToken cancel)
        where T : class => db.Set<T>().AnyAsync(cancel);

    private bool IsSecret(IProperty property) => _type.ClrType == typeof(User) && Secret.ContainsKey(property.Name);

    private static Func<object, object?> Reader(int place) => row => ((object?[])row)[place];
}
