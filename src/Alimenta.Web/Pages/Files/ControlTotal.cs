using System.Security.Claims;
using Alimenta.Data;
using Alimenta.Office.Access;
using Alimenta.Office.Reading;
using Alimenta.Web.Access;

namespace Alimenta.Web.Pages.Files;

/// <summary>Who sees the total of a file that waits for its release.</summary>
internal static class ControlTotal
{
    /// <summary>Whether the total is withheld: a releaser enters it from the control report, so it cannot be copied from the screen beside the field.</summary>
    public static bool IsWithheld(FileOutRow file, ClaimsPrincipal user, long userId) =>
        file.Status == DisbursementFileStatus.Created && file.CreatedById != userId && user.May(Permissions.DisbursementRelease);
}
