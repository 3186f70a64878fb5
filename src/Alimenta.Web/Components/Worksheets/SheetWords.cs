using Alimenta.Law;
using Alimenta.Law.Guidelines;
using Alimenta.Web.Components.Worksheets.InSpanish;

namespace Alimenta.Web.Components.Worksheets;

/// <summary>The words around a worksheet, the same for all states, in both languages.</summary>
public static class SheetWords
{
    public static readonly Phrase Title = ("Child support worksheet", "Hoja de cálculo de manutención de menores");
    public static readonly Phrase Line = ("Line", "Renglón");
    public static readonly Phrase What = ("What it is", "Qué es");
    public static readonly Phrase Why = ("Why?", "¿Por qué?");
    public static readonly Phrase WhoPays = ("Who pays", "Quién paga");
    public static readonly Phrase NobodyPays = ("Nobody pays support to the other.", "Nadie le paga manutención al otro.");
    public static readonly Phrase Findings = ("What a court or agency must find or decide", "Lo que un tribunal o agencia debe determinar o decidir");
    public static readonly Phrase Decision = ("A decision is needed before this amount stands; it stands below.", "Hace falta una decisión antes de que este monto sea válido; está más abajo.");
    public static readonly Phrase Confirm = ("To be confirmed", "Por confirmar");
    public static readonly Phrase ConfirmLead = ("These figures are behind the result, but nobody has yet found them in an official text. What is known of each stands beside it.", "Estas cifras están detrás del resultado, pero todavía no se han encontrado en un texto oficial. Al lado está lo que se sabe de cada una.");
    public static readonly Phrase Worksheet = ("The worksheet, line by line", "La hoja de cálculo, renglón por renglón");
    public static readonly Phrase Steps = ("How it was worked out", "Cómo se calculó");
    public static readonly Phrase StepsOurs = ("", "La regla habla en inglés; las palabras en español son nuestras. Las citas de la ley y los nombres de textos oficiales quedan como son.");
    public static readonly Phrase Figures = ("Figures from the law", "Cifras de la ley");
    public static readonly Phrase LawOf = ("Law of", "Ley del");
    public static readonly Phrase Version = ("law version", "versión de la ley");
    public static readonly Phrase Labels = ("", "Los números de los renglones son los del formulario oficial. Las palabras en español son nuestras; valen las del formulario en inglés.");
    public static readonly Phrase From = ("from", "desde el");
    public static readonly Phrase Year = ("A year", "Al año");
    public static readonly Phrase Month = ("A month", "Al mes");
    public static readonly Phrase Week = ("A week", "A la semana");
    public static readonly Phrase All = ("All of it", "Todo");
    public static readonly Phrase Answers = ("What was stated", "Lo que se indicó");

    /// <summary>The version of the law, short enough to read out: its first digits name it.</summary>
    public static string VersionOf(string version) => version.Length <= 12 ? version : version[..12];

    /// <summary>A payment as a sentence: Parent A pays Parent B $506.00 a month in cash support.</summary>
    public static string Payment(GuidelinePayment payment, PartyNames names, Tongue tongue)
    {
        var (from, to, kind) = (names.Payer(payment.From, tongue), names.Payee(payment.To, tongue), Kind(payment.Kind).In(tongue));
        return (payment.SharePpm, tongue) switch
        {
            ({ } share, Tongue.English) => $"{from} pays {to} {LawWords.Percent(share)} of {kind} when they arise.",
            ({ } share, _) => $"{from} paga {to} el {LawWords.Percent(share)} {Of(kind)} cuando surjan.",
            (null, Tongue.English) => $"{from} pays {to} {payment.Amount} a month for {kind}.",
            _ => $"{from} paga {to} {payment.Amount} al mes por {kind}.",
        };
    }

    // De los gastos; del seguro.
    private static string Of(string kind) => kind.StartsWith("el ", StringComparison.Ordinal) ? "del " + kind[3..] : "de " + kind;

    /// <summary>Who provides health coverage.</summary>
    public static string Coverage(IReadOnlyList<GuidelineParty> who, PartyNames names, Tongue tongue) => (who.Count, tongue) switch
    {
        (0, Tongue.English) => "Nobody has to provide health coverage now.",
        (0, _) => "Nadie tiene que proveer cobertura médica por ahora.",
        (_, Tongue.English) => string.Join(" ", who.Select(w => $"{names.Payer(w, tongue)} provides health coverage for the children.")),
        _ => string.Join(" ", who.Select(w => $"{names.Payer(w, tongue)} provee la cobertura médica de los niños.")),
    };

    /// <summary>What a payment is for.</summary>
    public static Phrase Kind(PaymentKind kind) => kind switch
    {
        PaymentKind.Cash => ("cash child support", "manutención en efectivo"),
        PaymentKind.CashMedical => ("cash medical support", "manutención médica en efectivo"),
        PaymentKind.HealthInsurance => ("the children's health insurance", "el seguro médico de los niños"),
        PaymentKind.UncoveredHealth => ("the health costs that no insurance pays", "los gastos médicos que ningún seguro paga"),
        PaymentKind.ChildCare => ("child care", "el cuidado de los niños"),
        _ => ("education", "la educación"),
    };

    /// <summary>How sure a figure of the law is.</summary>
    public static Phrase Status(LawStatus status) => status switch
    {
        LawStatus.Secondary => ("from a secondary source", "de una fuente secundaria"),
        LawStatus.Unconfirmed => ("to be confirmed", "por confirmar"),
        LawStatus.Choice => ("our choice", "elección nuestra"),
        _ => ("verified", "verificado"),
    };

    /// <summary>The figure of a line as a cell shows it.</summary>
    public static string Cell(WorksheetLine line, Tongue tongue) => Cell(line.Kind, line.Text, tongue);

    /// <summary>A figure as a cell shows it.</summary>
    public static string Cell(LineKind kind, string text, Tongue tongue) => kind switch
    {
        // A line that the state does not round comes with its places and without the sign of money.
        LineKind.Money when !text.Contains('$', StringComparison.Ordinal) => text.StartsWith('-') ? $"-${Cents(text[1..])}" : $"${Cents(text)}",
        LineKind.YesNo or LineKind.Words => LawSpeech.In(LawWord.Value, text, tongue).Text,
        _ => text,
    };

    /// <summary>The number of a line; one that the form does not have, such as a step of a rebuttal, is marked as added.</summary>
    public static string NumberOf(string number) => number[0] == 'r' ? "+" : number;

    // At least two places: 783.1 is 783.10.
    private static string Cents(string number) => number.IndexOf('.', StringComparison.Ordinal) is var point && point < 0 ? number + ".00" : point == number.Length - 2 ? number + "0" : number;
}
