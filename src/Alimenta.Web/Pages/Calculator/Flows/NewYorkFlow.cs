using Alimenta.Law.Guidelines;
using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator.Flows;

/// <summary>New York's questions: income item by item of paragraph (b)(5), the children's home, maintenance, and each cost that is shared.</summary>
internal static class NewYorkFlow
{
    internal static readonly (string, Phrase)[] Pers =
    [
        ("yearly", ("a year", "al año")), ("monthly", ("a month", "al mes")), ("semimonthly", ("twice a month", "dos veces al mes")), ("biweekly", ("every two weeks", "cada dos semanas")),
        ("weekly", ("a week", "a la semana")), ("quarterly", ("a quarter", "al trimestre")),
    ];

    private static readonly (string, Phrase)[] Who =
    [
        ("parent_a", ("Parent A", "Progenitor A")), ("parent_b", ("Parent B", "Progenitor B")), ("caretaker", ("Someone else who has the children", "Otra persona que tiene a los niños")),
    ];

    public static Flow Flow { get; } = new(GuidelineRules.Of("ny").Value,
    [
        AboutStep.Step,
        Children(),
        NewYorkParent.Step("parent_a", "a", ("Income of Parent A", "Ingresos del Progenitor A")),
        NewYorkParent.Step("parent_b", "b", ("Income of Parent B", "Ingresos del Progenitor B")),
        Maintenance(),
        Costs(),
        NewYorkSpecial.Step,
    ])
    {
        Probe = """{"parent_a":{},"parent_b":{},"children":[{"lives_with":"parent_b"}]}""",
        Refusals = NewYorkRefusals.Words,
        Curves = NewYorkCurves.Of,
        Note = ("Counts a share of the income of both parents of a year. Lines by the paragraphs of the law.", "Cuenta una parte de los ingresos de ambos padres en un año. Renglones por los párrafos de la ley."),
        PicturesNote = ("In New York the number of overnights does not change the amount: what counts is with whom a child lives most of the time.", "En Nueva York el número de noches no cambia el monto: lo que cuenta es con quién vive el niño la mayor parte del tiempo."),
    };

    internal static Question Per(string preset) => new("per", AnswerKind.Pick, ("for which time", "por qué tiempo")) { Preset = preset, Options = Pers };

    private static Step Children() => new("children", ("Children", "Niños"),
    [
        new(Phrase.None,
        [
            new Question("court", AnswerKind.Choice, ("Where is the case?", "¿Dónde está el caso?"))
            {
                Preset = "family_court", Options = [("family_court", ("Family Court, or not in court", "Tribunal de Familia, o en ningún tribunal")), ("supreme_court", ("Supreme Court, in a divorce", "Corte Suprema, en un divorcio"))],
            },
            new Rows("children", ("Child", "Niño"),
            [
                new Question("name", AnswerKind.Text, ("Name or letter", "Nombre o letra")) { Lettered = true },
                new Question("lives_with", AnswerKind.Pick, ("With whom does the child live most of the time?", "¿Con quién vive el niño la mayor parte del tiempo?"))
                {
                    Options = [.. Who[..2], ("equal", ("Equal time with both", "El mismo tiempo con ambos")), ("caretaker", ("Someone else", "Otra persona"))],
                },
                new Question("born", AnswerKind.Date, ("Day of birth", "Fecha de nacimiento")) { Optional = true },
            ]) { Shown = 2 },
        ]) { Lead = ("The children of these two parents who are to be supported.", "Los hijos de estos dos padres que recibirán manutención.") },
        new(("When time and incomes are equal", "Cuando el tiempo y los ingresos son iguales"),
        [
            new Question("equal_time_custodian", AnswerKind.Pick, ("Whom did the court treat as the custodial parent?", "¿A quién trató el tribunal como padre o madre con custodia?")) { Options = Who[..2], Optional = true },
        ]) { Folded = true },
    ]);

    private static Step Maintenance() => new("maintenance", ("Maintenance between the parents", "Manutención conyugal entre los padres"),
    [
        new(Phrase.None,
        [
            new Question("maintenance.paid_by", AnswerKind.Pick, ("Who pays it?", "¿Quién la paga?")) { Options = Who[..2], Optional = true },
            new Question("maintenance.amount_cents", AnswerKind.Money, ("How much?", "¿Cuánto?")) { Optional = true },
            new Question("maintenance.per", AnswerKind.Pick, ("For which time?", "¿Por qué tiempo?")) { Preset = "monthly", Options = Pers },
            new Question("maintenance.ends", AnswerKind.Date, ("The day on which it ends, if known", "El día en que termina, si se sabe")) { Optional = true },
        ]),
    ]) { Lead = ("Spousal support that one of these parents pays the other in this case. It is settled before child support. Leave it empty if there is none.", "Manutención conyugal que uno de estos padres paga al otro en este caso. Se fija antes que la de los niños. Déjelo vacío si no hay.") };

    private static Step Costs() => new("costs", ("Costs of the children", "Gastos de los niños"),
    [
        new(("Child care", "Cuidado de los niños"),
        [
            new Rows("child_care", ("Child care cost", "Costo de cuidado"),
            [
                Amount(), Per("monthly"), Payer("paid_by", ("Who pays it?", "¿Quién lo paga?")),
                new Question("reason", AnswerKind.Pick, ("Why is there child care?", "¿Por qué hay cuidado?"))
                {
                    Preset = "work",
                    Options = [("work", ("The parent works", "El padre o madre trabaja")), ("education", ("The parent is in education that leads to work", "Estudia para poder trabajar")), ("seeking_work", ("The parent seeks work", "Busca trabajo"))],
                },
                new Question("ordered", AnswerKind.Check, ("While seeking work: the court orders that it is shared", "Al buscar trabajo: el tribunal ordena compartirlo")),
            ]),
        ]),
        new(("Health insurance of the children", "Seguro médico de los niños"),
        [
            new Rows("insurance", ("Plan", "Plan"),
            [
                new Question("plan", AnswerKind.Text, ("Name of the plan, or a letter", "Nombre del plan, o una letra")) { Lettered = true },
                Amount() with { Label = ("The children's part of the premium", "La parte de los niños en la prima") }, Per("monthly"), Payer("carried_by", ("Who carries it?", "¿Quién lo tiene?")),
            ]),
        ]),
        new(("Education", "Educación"),
        [
            new Rows("education", ("Education cost", "Costo de educación"),
            [
                Amount(), Per("yearly"), Payer("paid_by", ("Who pays it?", "¿Quién lo paga?")), new Question("ordered", AnswerKind.Check, ("The court orders that it is shared", "El tribunal ordena compartirlo")),
            ]),
        ]) { Folded = true },
        new(("No insurance, and a child has Medicaid", "Sin seguro, y un niño tiene Medicaid"),
        [
            new Question("cash_medical.medicaid", AnswerKind.Pick, ("How does Medicaid cover the child?", "¿Cómo cubre Medicaid al niño?"))
            {
                Optional = true, Options = [("managed_care", ("Managed care", "Atención administrada")), ("fee_for_service", ("Fee for service", "Pago por servicio"))],
            },
            new Question("cash_medical.family_contribution_monthly_cents", AnswerKind.Money, ("Family contribution of a month under Child Health Plus, for both incomes", "Contribución familiar mensual de Child Health Plus, por ambos ingresos")) { Optional = true },
            new Question("cash_medical.managed_care_premium_monthly_cents", AnswerKind.Money, ("Managed care: premium of a month that Medicaid pays", "Atención administrada: prima mensual que paga Medicaid")) { Optional = true },
            new Question("cash_medical.months", AnswerKind.Count, ("Fee for service: months of the year for which the child is authorized", "Pago por servicio: meses del año autorizados")) { Optional = true },
        ]) { Folded = true },
    ]) { Lead = ("Leave empty what there is not.", "Deje vacío lo que no haya.") };

    private static Question Amount() => new("amount_cents", AnswerKind.Money, ("How much?", "¿Cuánto?"));

    private static Question Payer(string path, Phrase label) => new(path, AnswerKind.Pick, label) { Preset = "parent_a", Options = Who };
}
