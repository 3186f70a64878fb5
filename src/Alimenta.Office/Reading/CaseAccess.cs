namespace Alimenta.Office.Reading;

/// <summary>Which cases may be opened: those that there are, and nobody his own.</summary>
internal static class CaseAccess
{
    /// <summary>The condition that the asking user (@user) is a person of case c.</summary>
    public const string OwnSql = "exists (select 1 from participant own where own.case_id = c.id and own.person_id = (select u.person_id from app_user u where u.id = @user))";

    /// <summary>The refusal to open one's own case.</summary>
    public static Refusal Own(string number) => new("R-OWN-CASE", $"You are a person of case {number}, so you may not open it.", "Ask your supervisor: another worker looks after it.");

    /// <summary>The refusal for a number that no case has.</summary>
    public static Refusal Unknown(string number) => new("R-NO-CASE", $"There is no case {number}.", "Check the number: its last digit checks the others. Or search for a name.");
}
