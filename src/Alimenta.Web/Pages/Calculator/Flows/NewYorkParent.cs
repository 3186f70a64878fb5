using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator.Flows;

/// <summary>What New York's flow asks of each parent: the items of paragraph (b)(5). The common ones stand by themselves, the others in rows.</summary>
internal static class NewYorkParent
{
    private static readonly (string, Phrase)[] Items =
    [
        ("investment_income", ("Income: investments", "Ingreso: inversiones")),
        ("workers_compensation", ("Income: workers' compensation", "Ingreso: compensación laboral")),
        ("disability_benefits", ("Income: disability benefits", "Ingreso: beneficios por discapacidad")),
        ("unemployment_benefits", ("Income: unemployment benefits", "Ingreso: beneficios por desempleo")),
        ("social_security", ("Income: Social Security", "Ingreso: Seguro Social")),
        ("veterans_benefits", ("Income: veterans' benefits", "Ingreso: beneficios de veteranos")),
        ("pension", ("Income: pensions and retirement", "Ingreso: pensiones y jubilación")),
        ("fellowship", ("Income: fellowships and stipends", "Ingreso: becas y estipendios")),
        ("annuity", ("Income: annuities", "Ingreso: anualidades")),
        ("deferred_income", ("Income: voluntarily deferred", "Ingreso: aplazado voluntariamente")),
        ("gross_income", ("Income: as on the tax return (another)", "Ingreso: como en la declaración (otro)")),
        ("accelerated_depreciation", ("Income: depreciation above the straight-line method", "Ingreso: depreciación superior a la lineal")),
        ("entertainment_travel", ("Income: entertainment and travel paid by the business", "Ingreso: entretenimiento y viajes pagados por el negocio")),
        ("non_income_assets", ("Imputed: assets that bring no income", "Atribuido: bienes que no producen ingresos")),
        ("perquisites", ("Imputed: car, meals, lodging and the like", "Atribuido: auto, comidas, vivienda y similares")),
        ("fringe_benefits", ("Imputed: fringe benefits", "Atribuido: prestaciones")),
        ("help_from_relatives", ("Imputed: help from relatives and friends", "Atribuido: ayuda de parientes y amigos")),
        ("former_income", ("Imputed: former income, reduced to avoid support", "Atribuido: ingreso anterior, reducido para evitar la manutención")),
        ("employee_expenses", ("Deduction: unreimbursed business expenses of the job", "Deducción: gastos de empleo no reembolsados")),
        ("maintenance_paid_former_spouse", ("Deduction: maintenance paid to a former spouse", "Deducción: manutención pagada a un excónyuge")),
        ("public_assistance", ("Deduction: public assistance", "Deducción: asistencia pública")),
        ("supplemental_security_income", ("Deduction: Supplemental Security Income", "Deducción: Seguridad de Ingreso Suplementario")),
        ("other_child_support", ("Deduction: child support for other children (another)", "Deducción: manutención de otros hijos (otra)")),
        ("city_tax", ("Deduction: New York City or Yonkers tax (another)", "Deducción: impuesto de Nueva York o Yonkers (otro)")),
        ("fica", ("Deduction: Social Security and Medicare tax (another)", "Deducción: Seguro Social y Medicare (otro)")),
    ];

    /// <summary>The step of a parent.</summary>
    /// <param name="parent">The parent among the facts.</param>
    /// <param name="id">The name of the step.</param>
    /// <param name="title">Its heading.</param>
    public static Step Step(string parent, string id, Phrase title) => new(id, title,
    [
        new(Phrase.None,
        [
            Item(parent, "gross_income", ("Gross income as on the latest federal tax return", "Ingreso bruto como en la última declaración federal"), "yearly"),
        ]) { Lead = ("Take it from the latest federal tax return, or enter what should stand there. Leave it empty if there is no income.", "Tómelo de la última declaración federal, o escriba lo que debería decir. Déjelo vacío si no hay ingresos.") },
        new(("What is taken off", "Lo que se descuenta"),
        [
            Item(parent, "fica", ("Social Security and Medicare tax paid (FICA)", "Impuesto de Seguro Social y Medicare pagado (FICA)"), "yearly"),
            Item(parent, "city_tax", ("New York City or Yonkers income tax paid", "Impuesto de la ciudad de Nueva York o Yonkers pagado"), "yearly"),
            Item(parent, "other_child_support", ("Child support paid for other children by order or written agreement", "Manutención pagada por otros hijos por orden o acuerdo escrito"), "monthly"),
        ]),
        new(("Social Security and Medicare tax is not at hand", "No se sabe el impuesto de Seguro Social y Medicare"),
        [
            new Question($"{parent}.fica_from.wages_cents", AnswerKind.Money, ("Wages to work it out from", "Salario para calcularlo")) { Optional = true },
            new Question($"{parent}.fica_from.self_employment_cents", AnswerKind.Money, ("Net earnings from self-employment", "Ganancia neta del trabajo propio")) { Optional = true },
            new Question($"{parent}.fica_from.per", AnswerKind.Pick, ("For which time?", "¿Por qué tiempo?")) { Preset = "yearly", Options = NewYorkFlow.Pers },
        ]) { Folded = true, Lead = ("Then leave the tax above empty: it is worked out from these earnings.", "Entonces deje vacío el impuesto de arriba: se calcula de estas ganancias.") },
        new(("Other income and deductions", "Otros ingresos y deducciones"),
        [
            new Rows($"{parent}.income", ("Item", "Partida"),
            [
                new Question("item", AnswerKind.Pick, ("What is it?", "¿Qué es?")) { Options = Items },
                new Question("amount_cents", AnswerKind.Money, ("How much?", "¿Cuánto?")),
                NewYorkFlow.Per("yearly"),
                new Question("because", AnswerKind.Text, ("If it is imputed: why?", "Si es atribuido: ¿por qué?")) { Optional = true },
            ]) { Key = "", Most = 12 },
        ]) { Folded = true, Lead = ("Imputed means that a court counts it although it is not paid.", "Atribuido significa que un tribunal lo cuenta aunque no se pague.") },
        new(("Incarceration", "Encarcelamiento"),
        [
            new Question($"{parent}.incarceration", AnswerKind.Choice, ("Is this parent incarcerated?", "¿Está encarcelado?"))
            {
                Preset = "none",
                Options =
                [
                    ("none", ("No", "No")), ("other", ("Yes", "Sí")),
                    ("nonpayment_or_offense", ("Yes, for not paying support or an offense against the other parent or the child", "Sí, por no pagar manutención o por un delito contra el otro padre o el niño")),
                ],
            },
        ]) { Folded = true },
    ]);

    private static Rows Item(string parent, string item, Phrase title, string per) =>
        new($"{parent}.income", title, [new Question("amount_cents", AnswerKind.Money, ("Amount", "Monto")), NewYorkFlow.Per(per)])
        {
            Key = item, Most = 1, Fixed = [("item", item)],
        };
}
