using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Alimenta.Office.Accounting;
using Alimenta.Office.Reading;
using Alimenta.Office.Receipts;
using Alimenta.Web.Access;
using Alimenta.Web.Components;
using Alimenta.Web.Components.Fields;
using Microsoft.AspNetCore.Components;

namespace Alimenta.Web.Pages.Receipts;

/// <summary>A change of a receipt in two steps: what it would do is shown first, and only what was seen can be confirmed.</summary>
public abstract class ReceiptChange : ReadFirst
{
    /// <summary>The name of the hidden field with the digest of what was shown.</summary>
    protected const string SeenField = "seen";

    /// <summary>Reads the page of a receipt.</summary>
    [Inject]
    public required ReceiptPages Receipts { get; set; }

    /// <summary>Names of payees.</summary>
    [Inject]
    public required Names Naming { get; set; }

    /// <summary>The way to other pages.</summary>
    [Inject]
    public required NavigationManager Navigation { get; set; }

    /// <summary>The request.</summary>
    [CascadingParameter]
    public required HttpContext Http { get; set; }

    /// <summary>The receipt in the address.</summary>
    [Parameter]
    public long Id { get; set; }

    /// <summary>The receipt; null when it may not be shown.</summary>
    protected ReceiptPage? Receipt { get; private set; }

    /// <summary>Why it may not be shown.</summary>
    protected Refusal? Refusal { get; private set; }

    /// <summary>What was typed.</summary>
    protected FormState Form { get; private set; } = null!;

    /// <summary>What it would do, once it was asked.</summary>
    protected ChangeEffect? Effect { get; private set; }

    /// <summary>The digest of what is shown, sent along with the confirmation.</summary>
    protected string Seen { get; private set; } = "";

    /// <summary>Names of the payees that it concerns.</summary>
    protected IReadOnlyDictionary<string, string> NamesOf { get; private set; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        Form = FormState.Of(Http, "change");
        var outcome = await Receipts.ReadAsync(Http.Caller().Actor, Id, Http.RequestAborted);
        if (outcome.Refusal is { } refusal)
        {
            Refusal = refusal;
            RefusalView.Answer(Http, refusal);
            return;
        }

        Receipt = outcome.Value;
        await LoadAsync(Receipt);
    }

    /// <summary>Reads what the form offers.</summary>
    protected virtual Task LoadAsync(ReceiptPage receipt) => Task.CompletedTask;

    /// <summary>Shows what the change would do, or does it when exactly that was shown before.</summary>
    /// <param name="content">What was typed, as one text.</param>
    /// <param name="run">Runs the command, as a preview or in earnest.</param>
    /// <param name="said">The word for the receipt's page when it is done.</param>
    protected async Task RunAsync(string content, Func<bool, Task<Outcome<ReceiptPlaced>>> run, string said)
    {
        var preview = await run(true);
        if (preview.Refusal is { } refusal)
        {
            Form.Refuse(refusal);
            return;
        }

        var digest = Digest(content, preview.Value.Effect);
        if (Form.Text("step") == "confirm" && Form.Text(SeenField) == digest)
        {
            var done = await run(false);
            if (done.Ok) Navigation.NavigateTo(string.Create(CultureInfo.InvariantCulture, $"/receipts/{Id}?said={said}"));
            else Form.Refuse(done.Refusal!);
            return;
        }

        if (Form.Text("step") == "confirm") Form.Error("", "What was typed, or the books, changed since this was shown. Look at it again and confirm then.");
        NamesOf = await Naming.OfPeopleAsync(preview.Value.Effect.Payees.Select(p => p.Payee).Union(preview.Value.Effect.TakenBack.Select(t => t.Payee)), Http.RequestAborted);
        (Effect, Seen) = (preview.Value.Effect, digest);
    }

    internal static string Digest(string content, ChangeEffect effect)
    {
        var text = new StringBuilder(content).Append('\n');
        foreach (var b in effect.Balances) text.Append(CultureInfo.InvariantCulture, $"{b.Case}|{b.Class}|{b.Before.Cents}|{b.After.Cents}\n");
        foreach (var p in effect.Payees) text.Append(CultureInfo.InvariantCulture, $"{p.Payee}|{p.Kind}|{p.Before.Cents}|{p.After.Cents}\n");
        // Whether money has left is part of what was shown: a file may be released meanwhile.
        text.Append(CultureInfo.InvariantCulture, $"{effect.RecoverableCents.Cents}\n");
        foreach (var t in effect.TakenBack) text.Append(CultureInfo.InvariantCulture, $"{t.File}|{t.Payee}|{t.AmountCents.Cents}|{t.OpenCents.Cents}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }
}
