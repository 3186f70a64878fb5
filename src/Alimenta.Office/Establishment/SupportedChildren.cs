using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Law.Federal.Obligation;

namespace Alimenta.Office.Establishment;

/// <summary>For which children of a case support can be ordered on a day, by the state's own age.</summary>
internal static class SupportedChildren
{
    /// <summary>Whether a child is below the age to which the state supports all children. One whose day of birth is not known counts: someone must look.</summary>
    public static bool IsMinor(Person child, LawOn law) => child.Died is null && (child.Born is not { } born || LastDay(born, law, attending: false) >= law.Date);

    /// <summary>Whether a child beyond that age may be supported while attending school.</summary>
    public static bool MayAttendSchool(Person child, LawOn law) => child is { Died: null, Born: { } born } && LastDay(born, law, attending: true) >= law.Date;

    private static DateOnly LastDay(DateOnly born, LawOn law, bool attending) =>
        Emancipation.Decide(law, new() { Born = born, AttendingSchool = attending }) is { Ok: true } decided ? decided.Value.LastDay : DateOnly.MaxValue;
}
