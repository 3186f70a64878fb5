using Alimenta.Data;
using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Files;

/// <summary>Files and their entries in words.</summary>
internal static class FileWords
{
    public static string Of(InboundFileStatus status) => status switch
    {
        InboundFileStatus.Posted => "Posted",
        InboundFileStatus.Refused => "Refused",
        _ => "Came before",
    };

    public static Tone ToneOf(InboundFileStatus status) => status switch
    {
        InboundFileStatus.Posted => Tone.Good,
        InboundFileStatus.Refused => Tone.Bad,
        _ => Tone.Warn,
    };

    public static string Of(InboundItemStatus status) => status switch
    {
        InboundItemStatus.Posted => "Posted",
        InboundItemStatus.Duplicate => "Came before",
        InboundItemStatus.Unidentified => "Unidentified",
        InboundItemStatus.Returned => "Payment returned",
        InboundItemStatus.Noted => "Noted",
        _ => "Refused",
    };

    public static Tone ToneOf(InboundItemStatus status) => status switch
    {
        InboundItemStatus.Posted => Tone.Good,
        InboundItemStatus.Unidentified or InboundItemStatus.Duplicate => Tone.Warn,
        InboundItemStatus.Returned or InboundItemStatus.Refused => Tone.Bad,
        _ => Tone.Neutral,
    };

    public static string KindOf(string itemKind) => itemKind switch
    {
        "credit" => "payment",
        "debit" => "taken back",
        "return" => "return",
        "change" => "notice of change",
        "prenote" => "test of an account",
        "zero" => "nothing to pay",
        _ => itemKind,
    };

    public static string Of(DisbursementFileKind kind) => kind switch
    {
        DisbursementFileKind.Ach => "Direct deposits",
        DisbursementFileKind.Card => "Card loads",
        DisbursementFileKind.StateCcd => "Other states",
        _ => "Warrant register",
    };

    public static string Of(DisbursementFileStatus status) => status switch
    {
        DisbursementFileStatus.Created => "Waits for release",
        DisbursementFileStatus.Released => "Released",
        _ => "Voided",
    };

    public static Tone ToneOf(DisbursementFileStatus status) => status switch
    {
        DisbursementFileStatus.Created => Tone.Warn,
        DisbursementFileStatus.Released => Tone.Good,
        _ => Tone.Neutral,
    };

    public static string Of(DisbursementStatus status) => status switch
    {
        DisbursementStatus.Created => "not released",
        DisbursementStatus.Released => "released",
        DisbursementStatus.Returned => "came back",
        DisbursementStatus.Voided => "taken back",
        _ => "cleared",
    };

    public static Tone ToneOf(DisbursementStatus status) => status switch
    {
        DisbursementStatus.Returned => Tone.Bad,
        DisbursementStatus.Created => Tone.Warn,
        DisbursementStatus.Voided => Tone.Neutral,
        _ => Tone.Good,
    };
}
