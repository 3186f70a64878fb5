using Alimenta.Data;
using Alimenta.Office.Reading;
using Alimenta.Web.Access;
using Alimenta.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Alimenta.Web.Pages.Cases;

/// <summary>What all views of a case share: reading it (which is recorded), or the refusal to show it.</summary>
public abstract class CaseView : ReadFirst
{
    /// <summary>Reads the page of a case.</summary>
    [Inject]
    public required CasePages Cases { get; set; }

    /// <summary>Explains its figures.</summary>
    [Inject]
    public required CaseWhys Whys { get; set; }

    /// <summary>The request.</summary>
    [CascadingParameter]
    public required HttpContext Http { get; set; }

    /// <summary>The case's number in the address.</summary>
    [Parameter]
    public string Number { get; set; } = "";

    /// <summary>The case; null when it may not be shown.</summary>
    protected CasePage? File { get; private set; }

    /// <summary>Why its figures are what they are; null when nothing was posted yet.</summary>
    protected CaseWhy? Why { get; private set; }

    /// <summary>Why it may not be shown.</summary>
    protected Refusal? Refusal { get; private set; }

    /// <summary>Who looks.</summary>
    protected Actor By => Http.Caller().Actor;

    /// <summary>The address of the case.</summary>
    protected string Home => $"/cases/{File!.Number}";

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var outcome = await Cases.ReadAsync(By, Number, Http.RequestAborted);
        if (outcome.Refusal is { } refusal)
        {
            Refusal = refusal;
            RefusalView.Answer(Http, refusal);
            return;
        }

        File = outcome.Value;
        Why = await Whys.ReadAsync(File, Http.RequestAborted);
        await LoadAsync(File);
    }

    /// <summary>Reads what this view shows beside the case itself.</summary>
    protected virtual Task LoadAsync(CasePage file) => Task.CompletedTask;
}
