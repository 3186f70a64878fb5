using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Alimenta.Architecture.Tests.Reading;

/// <summary>Notes every type that a signature names, however deep inside arrays and generics.</summary>
internal sealed class SignatureTypes(Uses uses) : ISignatureTypeProvider<bool, object?>
{
    /// <summary>The member that is used on the next type that is noted.</summary>
    public string Member { get; set; } = "";

    public bool GetPrimitiveType(PrimitiveTypeCode typeCode)
    {
        if (typeCode is PrimitiveTypeCode.Double or PrimitiveTypeCode.Single) uses.Note("System." + typeCode);
        return true;
    }

    public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Found(handle);

    public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Found(handle);

    public bool GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => Found(handle);

    public bool GetFunctionPointerType(MethodSignature<bool> signature) => true;

    public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => true;

    public bool GetGenericMethodParameter(object? genericContext, int index) => true;

    public bool GetGenericTypeParameter(object? genericContext, int index) => true;

    public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => true;

    public bool GetArrayType(bool elementType, ArrayShape shape) => true;

    public bool GetByReferenceType(bool elementType) => true;

    public bool GetPinnedType(bool elementType) => true;

    public bool GetPointerType(bool elementType) => true;

    public bool GetSZArrayType(bool elementType) => true;

    private bool Found(EntityHandle handle)
    {
        var member = Member;
        Member = "";
        uses.Note(handle, member);
        return true;
    }
}
