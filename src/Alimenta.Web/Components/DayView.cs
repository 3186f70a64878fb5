using Alimenta.Data;
using Alimenta.Office.Reading;
using Alimenta.Web.Access;
using Microsoft.AspNetCore.Components;

namespace Alimenta.Web.Components;

/// <summary>A page about a day's work. Before the first business day is opened it says so.</summary>
public abstract class DayView : ReadFirst
{
    /// <summary>Reads the business date.</summary>
    [Inject]
    public required BusinessDates Dates { get; set; }

    /// <summary>The request.</summary>
    [CascadingParameter]
    public required HttpContext Http { get; set; }

    /// <summary>The business date; null before the first day was opened.</summary>
    protected DateOnly? Today { get; private set; }

    /// <summary>Who looks.</summary>
    protected Actor By => Http.Caller().Actor;

    /// <summary>Ends when the reader goes away.</summary>
    protected CancellationToken Cancel => Http.RequestAborted;

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        Today = await Dates.FindAsync(Cancel);
        if (Today is { } today) await LoadAsync(today);
    }

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task LoadAsync(DateOnly today);

    /// <summary>Whether the reader may do something.</summary>
    protected bool May(string permission) => Http.User.May(permission);

    /// <summary>Shows a refusal in place of the page.</summary>
    protected Refusal Refuse(Refusal refusal)
    {
        RefusalView.Answer(Http, refusal);
        return refusal;
    }
}
