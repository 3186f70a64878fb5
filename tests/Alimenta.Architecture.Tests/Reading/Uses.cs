using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Alimenta.Architecture.Tests.Reading;

/// <summary>One use of a type by a type, as the compiler wrote it into an assembly.</summary>
/// <param name="From">The outermost type that uses it.</param>
/// <param name="To">The full name of the used type (outermost).</param>
/// <param name="Member">The used member, or empty for the type itself.</param>
internal readonly record struct Use(string From, string To, string Member);

/// <summary>Reads who uses what out of an assembly: bases, interfaces, fields, signatures, attributes, locals and every instruction.</summary>
/// <remarks>Constants and nameof leave no trace in an assembly.</remarks>
internal sealed class Uses
{
    private readonly MetadataReader _reader;
    private readonly PEReader _pe;
    private readonly HashSet<Use> _found = [];
    private readonly SignatureTypes _signatures;
    private string _from = "";

    private Uses(PEReader pe)
    {
        _pe = pe;
        _reader = pe.GetMetadataReader();
        _signatures = new(this);
    }

    /// <summary>Every use in an assembly.</summary>
    public static IReadOnlySet<Use> In(byte[] assembly)
    {
        using var pe = new PEReader(ImmutableArray.Create(assembly));
        var uses = new Uses(pe);
        foreach (var handle in uses._reader.TypeDefinitions) uses.Type(handle);
        return uses._found;
    }

    /// <summary>The names of the assemblies that an assembly refers to.</summary>
    public static IReadOnlyList<string> AssembliesOf(byte[] assembly)
    {
        using var pe = new PEReader(ImmutableArray.Create(assembly));
        var reader = pe.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(h => reader.GetString(reader.GetAssemblyReference(h).Name))];
    }

    /// <summary>The full names of the enumerations that an assembly defines.</summary>
    public static IReadOnlySet<string> EnumerationsOf(byte[] assembly)
    {
        using var pe = new PEReader(ImmutableArray.Create(assembly));
        var uses = new Uses(pe);
        return uses._reader.TypeDefinitions.Where(h => uses._reader.GetTypeDefinition(h).BaseType is { IsNil: false, Kind: HandleKind.TypeReference } parent && uses.NameOf((TypeReferenceHandle)parent) == "System.Enum")
            .Select(uses.NameOf).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Notes a type under its outermost name.</summary>
    internal void Note(EntityHandle handle, string member = "")
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition: _found.Add(new(_from, NameOf((TypeDefinitionHandle)handle), member)); break;
            case HandleKind.TypeReference: _found.Add(new(_from, NameOf((TypeReferenceHandle)handle), member)); break;
            case HandleKind.TypeSpecification: NoteSpecification((TypeSpecificationHandle)handle, member); break;
            case HandleKind.MethodDefinition:
                var method = _reader.GetMethodDefinition((MethodDefinitionHandle)handle);
                Note(method.GetDeclaringType(), _reader.GetString(method.Name));
                break;
            case HandleKind.FieldDefinition:
                var field = _reader.GetFieldDefinition((FieldDefinitionHandle)handle);
                Note(field.GetDeclaringType(), _reader.GetString(field.Name));
                break;
            case HandleKind.MemberReference: NoteMember(_reader.GetMemberReference((MemberReferenceHandle)handle)); break;
            case HandleKind.MethodSpecification:
                var specification = _reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                Note(specification.Method);
                specification.DecodeSignature(_signatures, null);
                break;
            case HandleKind.StandaloneSignature:
                _reader.GetStandaloneSignature((StandaloneSignatureHandle)handle).DecodeMethodSignature(_signatures, null);
                break;
        }
    }

    /// <summary>Notes a type that only has a name, such as System.Double.</summary>
    internal void Note(string type) => _found.Add(new(_from, type, ""));

    private void NoteSpecification(TypeSpecificationHandle handle, string member)
    {
        _signatures.Member = member;
        _reader.GetTypeSpecification(handle).DecodeSignature(_signatures, null);
        _signatures.Member = "";
    }

    private void NoteMember(MemberReference member)
    {
        Note(member.Parent, _reader.GetString(member.Name));
        if (member.GetKind() == MemberReferenceKind.Method) member.DecodeMethodSignature(_signatures, null);
        else member.DecodeFieldSignature(_signatures, null);
    }

    private void Type(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        _from = NameOf(handle);
        if (!type.BaseType.IsNil) Note(type.BaseType);
        foreach (var i in type.GetInterfaceImplementations()) Note(_reader.GetInterfaceImplementation(i).Interface);
        Attributes(type.GetCustomAttributes());
        Constraints(type.GetGenericParameters());
        foreach (var f in type.GetFields())
        {
            var field = _reader.GetFieldDefinition(f);
            field.DecodeSignature(_signatures, null);
            Attributes(field.GetCustomAttributes());
        }

        foreach (var p in type.GetProperties()) Attributes(_reader.GetPropertyDefinition(p).GetCustomAttributes());
        foreach (var m in type.GetMethods()) Method(_reader.GetMethodDefinition(m));
    }

    private void Method(MethodDefinition method)
    {
        method.DecodeSignature(_signatures, null);
        Attributes(method.GetCustomAttributes());
        Constraints(method.GetGenericParameters());
        if (method.RelativeVirtualAddress == 0) return;
        var body = _pe.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil) _reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_signatures, null);
        foreach (var region in body.ExceptionRegions)
            if (!region.CatchType.IsNil) Note(region.CatchType);
        Instructions.Read(body.GetILReader(), handle => Note(handle), Note);
    }

    private void Constraints(GenericParameterHandleCollection parameters)
    {
        foreach (var p in parameters)
            foreach (var c in _reader.GetGenericParameter(p).GetConstraints())
                Note(_reader.GetGenericParameterConstraint(c).Type);
    }

    private void Attributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var a in attributes) Note(_reader.GetCustomAttribute(a).Constructor);
    }

    private string NameOf(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil) type = _reader.GetTypeDefinition(type.GetDeclaringType());
        return Full(type.Namespace, type.Name);
    }

    private string NameOf(TypeReferenceHandle handle)
    {
        var type = _reader.GetTypeReference(handle);
        while (type.ResolutionScope.Kind == HandleKind.TypeReference) type = _reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        return Full(type.Namespace, type.Name);
    }

    private string Full(StringHandle space, StringHandle name) =>
        space.IsNil ? _reader.GetString(name) : $"{_reader.GetString(space)}.{_reader.GetString(name)}";
}
