using System.Globalization;
using Alimenta.Data;
using Alimenta.Office;
using Alimenta.Office.Access;
using Alimenta.Office.Establishment;
using Alimenta.Office.Reading;
using Alimenta.Web.Access;
using Microsoft.AspNetCore.Components;

namespace Alimenta.Web.Pages.Cases.Support;

/// <summary>What the pages of one support calculation share: reading its edition after the case, or the refusal to show it.</summary>
public abstract class SupportView : CaseView
{
    /// <summary>Reads calculations.</summary>
    [Inject]
    public required Determinations Reader { get; set; }

    /// <summary>The guidelines.</summary>
    [Inject]
    public required GuidelineDesk Desk { get; set; }

    /// <summary>The database, to hand on to slices.</summary>
    [Inject]
    public required AlimentaStore Store { get; set; }

    /// <summary>The way to other pages.</summary>
    [Inject]
    public required NavigationManager Navigation { get; set; }

    /// <summary>The number of the calculation in the case.</summary>
    [Parameter]
    public int N { get; set; }

    /// <summary>The scenario in the address, where there is one.</summary>
    [Parameter]
    public int S { get; set; }

    /// <summary>The edition; null when it may not be shown.</summary>
    protected DeterminationPage? Sheet { get; private set; }

    /// <summary>Why it may not be shown, though the case may.</summary>
    protected Refusal? Missing { get; private set; }

    /// <summary>The scenario in the address.</summary>
    protected ScenarioView? Scenario => Sheet?.Scenarios.FirstOrDefault(s => s.Ordinal == S);

    /// <summary>The address of the calculation.</summary>
    protected string Own => SupportWords.Address(Sheet!.Key);

    /// <summary>The end of an address that keeps the edition that is shown.</summary>
    protected string Kept => Sheet is { IsLatest: false } old ? string.Create(CultureInfo.InvariantCulture, $"?edition={old.Key.Edition}") : "";

    /// <summary>Whether what is shown may be changed by the one who looks.</summary>
    protected bool MayEdit => Http.User.May(Permissions.CaseEdit);

    /// <summary>Whether it is a draft that the one who looks may change.</summary>
    protected bool IsOpen => MayEdit && Sheet is { Status: DeterminationStatus.Draft };

    /// <inheritdoc/>
    protected override async Task LoadAsync(CasePage file)
    {
        int? edition = int.TryParse(Http.Request.Query["edition"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : null;
        var read = await Reader.ReadAsync(By, file, N, edition, Http.RequestAborted);
        if (read.Refusal is null && S > 0 && read.Value.Scenarios.All(s => s.Ordinal != S)) read = new Refusal("W-NO-SCENARIO", $"There is no scenario {S}.", "Choose one of those of the calculation.");
        if (read.Refusal is { } no)
        {
            Missing = no;
            Components.RefusalView.Answer(Http, no);
            return;
        }

        Sheet = read.Value;
        await SheetAsync();
    }

    /// <summary>Reads what this page shows beside the calculation.</summary>
    protected virtual Task SheetAsync() => Task.CompletedTask;

    /// <summary>Reads the calculation again after it was changed within this request.</summary>
    protected async Task AgainAsync() => Sheet = (await Reader.AgainAsync(File!, Sheet!.Key, Http.RequestAborted)).Value;

    /// <summary>A command of the one who looks. Sent twice it is done once; changed content under the same form is another command.</summary>
    protected Asked Ask(string key, string why = "", params string[] confirmed) => new(key, By, why) { Confirmed = confirmed };
}
