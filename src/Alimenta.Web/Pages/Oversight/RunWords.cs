using Alimenta.Data;
using Alimenta.Office.Enforcement;
using Alimenta.Office.Interest;
using Alimenta.Office.Reading;
using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Oversight;

/// <summary>Batch runs in words.</summary>
internal static class RunWords
{
    public static string KindOf(string kind) => kind switch
    {
        "accrual" => "Accrual: months charged and closed",
        "distribution" => "Distribution of a large file",
        "selection" => "Selection for remedies",
        "interest" => "Interest on late support",
        "disbursement" => "Disbursement of a large day",
        "prove" => "Proof of the books",
        _ => kind,
    };

    /// <summary>What the parts of a run count.</summary>
    public static string Counts(string kind) => kind switch { SelectionRun.Kind => "Obligors", InterestRun.Kind => "Cases", _ => "Entries" };

    /// <summary>What their amounts are.</summary>
    public static string AmountOf(string kind) => kind switch { SelectionRun.Kind => "Over all remedies", InterestRun.Kind => "Interest", _ => "Amount" };

    /// <summary>What is said above the steps of a run: an obligor can be selected for several remedies, and his debt is then in the amount once for each.</summary>
    public static string Caption(string kind) =>
        $"In their order; a part is worked in one piece, by any worker{(kind == SelectionRun.Kind ? ". One debt can be selected for several remedies and is then counted for each: no sum of debts" : "")}";

    public static string Of(RunStatus status) => status switch
    {
        RunStatus.Open => "Under way",
        RunStatus.Done => "Done",
        _ => "Failed",
    };

    public static Tone ToneOf(RunStatus status) => status switch
    {
        RunStatus.Open => Tone.Info,
        RunStatus.Done => Tone.Good,
        _ => Tone.Bad,
    };

    /// <summary>Failed parts make a run that is under way a failed one.</summary>
    public static RunStatus StatusOf(RunPage page) => page.Steps.Any(s => s.Failed > 0) ? RunStatus.Failed : page.Run.Status;
}
