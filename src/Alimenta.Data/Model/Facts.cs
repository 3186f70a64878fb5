namespace Alimenta.Data;

/// <summary>A row with an id that the program hands out.</summary>
public interface IRow
{
    long Id { get; set; }
}

/// <summary>A fact of the world as people tell it. Every edit keeps who, when and why; nothing is deleted; the version counts edits.</summary>
public interface IFact : IRow
{
    int Version { get; set; }
}

/// <summary>Marks a property whose value is masked wherever history or audit shows it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ProtectedAttribute : Attribute;

/// <summary>Marks a property that never changes once written, because hashes and files name the row by it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NaturalKeyAttribute : Attribute;

/// <summary>The table of a row where it is not its type name in snake case, or the kind of its ids.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RowNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
