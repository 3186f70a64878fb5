using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator.Flows;

/// <summary>What Iowa's flow asks of each parent: form 2, part I, and what form 1 needs for taxes.</summary>
internal static class IowaParent
{
    private static readonly (string, Phrase)[] Frequencies =
    [
        ("monthly", ("a month", "al mes")), ("weekly", ("a week", "a la semana")), ("biweekly", ("every two weeks", "cada dos semanas")), ("semimonthly", ("twice a month", "dos veces al mes")), ("annual", ("a year", "al año")),
    ];

    private static readonly (string, Phrase)[] Kinds =
    [
        ("wages", ("Wages (another job)", "Salario (otro empleo)")),
        ("other_taxable", ("Other income that is taxed, such as rent or unemployment benefits", "Otro ingreso que paga impuestos, como renta o desempleo")),
        ("not_taxable", ("Other income that is not taxed, such as some disability benefits", "Otro ingreso sin impuestos, como algunos beneficios por discapacidad")),
        ("self_employment", ("Self-employment (another)", "Trabajo propio (otro)")),
        ("ssi", ("Supplemental Security Income (does not count)", "Seguridad de Ingreso Suplementario (no cuenta)")),
        ("public_assistance", ("Public assistance (does not count)", "Asistencia pública (no cuenta)")),
        ("earned_income_credit", ("Earned income tax credit (does not count)", "Crédito por ingreso del trabajo (no cuenta)")),
        ("child_support", ("Child support received (does not count)", "Manutención de menores recibida (no cuenta)")),
    ];

    private static readonly (string, Phrase)[] Shown =
    [
        ("order", ("By an order", "Con una orden")), ("admission_in_court", ("By admission in court with the mother's agreement", "Con reconocimiento en el tribunal y acuerdo de la madre")),
        ("paternity_affidavit", ("By a registered paternity affidavit", "Con una declaración jurada de paternidad registrada")), ("born_in_marriage", ("By birth in marriage", "Por nacer en el matrimonio")), ("not_shown", ("It is not shown", "No está demostrada")),
    ];

    /// <summary>The step of a parent.</summary>
    /// <param name="parent">The parent among the facts.</param>
    /// <param name="id">The name of the step.</param>
    /// <param name="title">Its heading.</param>
    public static Step Step(string parent, string id, Phrase title) => new(id, title,
    [
        new(("Gross income, before taxes", "Ingreso bruto, antes de impuestos"),
        [
            Income(parent, "wages", ("Wages and salary", "Salario"), []),
            Income(parent, "self_employment", ("Self-employment", "Trabajo propio"), [Cell("business_expenses_cents", ("Business expenses of the same time", "Gastos del negocio del mismo tiempo"))]),
            new Question($"{parent}.married", AnswerKind.Check, ("This parent is married", "Está casado o casada")),
        ]) { Lead = ("Leave it empty if there is no income.", "Déjelo vacío si no hay ingresos.") },
        new(("Deductions", "Deducciones"),
        [
            Money(parent, "union_dues_cents", ("Union dues of a month", "Cuotas sindicales de un mes")),
            Money(parent, "license_fees_cents", ("Mandatory occupational license fees of a month", "Licencias profesionales obligatorias de un mes")),
            Money(parent, "other_children_premium_cents", ("Health insurance of a month for other children", "Seguro médico de un mes por otros hijos")),
            Money(parent, "other_children_cash_medical_cents", ("Cash medical support of a month for other children", "Manutención médica de un mes por otros hijos")),
        ]),
        new(("Other income", "Otros ingresos"),
        [
            new Rows($"{parent}.incomes", ("Income", "Ingreso"),
            [
                new Question("kind", AnswerKind.Pick, ("What is it?", "¿Qué es?")) { Options = Kinds },
                new Question("amount_cents", AnswerKind.Money, ("How much each time?", "¿Cuánto cada vez?")), Frequency(),
                Cell("business_expenses_cents", ("Self-employment: business expenses of the same time", "Trabajo propio: gastos del negocio del mismo tiempo")),
                new Question("imputed", AnswerKind.Pick, ("Is it imputed?", "¿Es atribuido?"))
                {
                    Preset = "none", Options = [("none", ("No, it is real", "No, es real")), ("agreed", ("Yes, both agree", "Sí, ambos están de acuerdo")), ("finding", ("Yes, with a written finding", "Sí, con una determinación escrita"))],
                },
                new Question("finding", AnswerKind.Text, ("The written finding", "La determinación escrita")) { Optional = true },
            ]),
            .. Spousal(parent, "prior_spousal_received", ("Spousal support received from another case, a month", "Manutención conyugal recibida de otro caso, al mes")),
        ]) { Folded = true },
        new(("Other families", "Otras familias"),
        [
            new Rows($"{parent}.other_orders", ("Support order for other children", "Orden de manutención por otros hijos"),
            [
                new Question("original", AnswerKind.Date, ("Day of the original order", "Fecha de la orden original")),
                new Question("paid_monthly_cents", AnswerKind.Money, ("What is actually paid in a month", "Lo que realmente se paga al mes")),
                new Question("verified_months", AnswerKind.Count, ("For how many months can payment be shown?", "¿Cuántos meses de pago se pueden demostrar?")),
            ]) { Most = 4 },
            new Rows($"{parent}.other_children", ("Other child whom this parent must support", "Otro hijo a quien debe mantener"),
            [
                new Question("name", AnswerKind.Text, ("Name or letter", "Nombre o letra")) { Lettered = true },
                new Question("shown_by", AnswerKind.Pick, ("How is the duty to support shown?", "¿Cómo se demuestra la obligación?")) { Options = Shown },
                new Question("affidavit_on", AnswerKind.Date, ("Affidavit: the day on which it was signed", "Declaración jurada: día en que se firmó")) { Optional = true },
                new Question("under_prior_order", AnswerKind.Check, ("Support for this child is deducted above as an order", "La manutención de este hijo ya se dedujo arriba")),
            ]) { Most = 6 },
            .. Spousal(parent, "prior_spousal_paid", ("Spousal support paid in another case, a month", "Manutención conyugal pagada en otro caso, al mes")),
        ]) { Folded = true },
        new(("Taxes and pension", "Impuestos y pensión"),
        [
            new Question($"{parent}.school_surtax_ppm", AnswerKind.Percent, ("School district surtax, in percent of the Iowa tax", "Recargo del distrito escolar, en porcentaje del impuesto de Iowa")) { Optional = true },
            new Question($"{parent}.social_security_exempt", AnswerKind.Check, ("Wages are exempt from Social Security because of a mandatory public pension", "El salario no paga Seguro Social por una pensión pública obligatoria")),
            Money(parent, "mandatory_pension_cents", ("That pension: contribution of a month", "Esa pensión: aporte de un mes")),
            new Question($"{parent}.agency_estimate", AnswerKind.Check, ("The deductions are not known: use the agency's estimate", "No se conocen las deducciones: usar el estimado de la agencia")),
            new Question($"{parent}.basis", AnswerKind.Pick, ("Where do the figures come from?", "¿De dónde vienen las cifras?"))
            {
                Preset = "statement_or_verified",
                Options = [("statement_or_verified", ("This parent's statement, or verified", "Lo declaró, o está verificado")), ("other", ("Another source", "Otra fuente")), ("css_median", ("The agency's median income", "El ingreso mediano de la agencia"))],
            },
        ]) { Folded = true },
        new(("Net income that a court or worksheet has found", "Ingreso neto que ya determinó un tribunal u hoja"),
        [
            Money(parent, "stated_net.monthly_cents", ("Adjusted net income of a month", "Ingreso neto ajustado de un mes")),
            Money(parent, "stated_net.gross_monthly_cents", ("Gross income of a month, if known", "Ingreso bruto de un mes, si se sabe")),
            new Question($"{parent}.stated_net.source", AnswerKind.Text, ("Where was it found? A decree or worksheet", "¿Dónde se determinó? Sentencia u hoja")) { Optional = true },
        ]) { Folded = true, Lead = ("Then leave all incomes above empty.", "Entonces deje vacíos todos los ingresos de arriba.") },
    ]);

    private static Rows Income(string parent, string kind, Phrase title, Question[] more) =>
        new($"{parent}.incomes", title, [new Question("amount_cents", AnswerKind.Money, ("Amount each time", "Monto cada vez")), Frequency(), .. more]) { Key = kind, Most = 1, Fixed = [("kind", kind)] };

    private static Question Frequency() => new("frequency", AnswerKind.Pick, ("how often", "cada cuánto")) { Preset = "monthly", Options = Frequencies };

    private static Question Cell(string path, Phrase label) => new(path, AnswerKind.Money, label) { Optional = true };

    private static Question Money(string parent, string member, Phrase label) => new($"{parent}.{member}", AnswerKind.Money, label) { Optional = true };

    private static IEnumerable<Question> Spousal(string parent, string member, Phrase label) =>
    [
        Money(parent, $"{member}.monthly_cents", label),
        new Question($"{parent}.{member}.taxable", AnswerKind.Check, ("Tax law counts it: income of one, deduction of the other", "La ley de impuestos la cuenta: ingreso de uno, deducción del otro")),
        new Question($"{parent}.{member}.reimbursement", AnswerKind.Check, ("It pays back what a spouse gave", "Devuelve lo que dio un cónyuge")),
    ];
}
