using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator.Flows;

/// <summary>What Oregon's flow asks of each parent. Amounts are for a month.</summary>
internal static class OregonParent
{
    private static readonly (string, Phrase)[] Exceptions =
    [
        ("none", ("None of these", "Ninguna de estas")),
        ("equal_time", ("Each parent has exactly half of the nights", "Cada uno tiene exactamente la mitad de las noches")),
        ("medical_only", ("The order is for medical support only", "La orden es solo de manutención médica")),
        ("suspended", ("The order is suspended because this parent is incarcerated", "La orden está suspendida porque está encarcelado")),
        ("disability_benefits_only", ("Disability benefits are the only income", "Los beneficios por discapacidad son su único ingreso")),
        ("incarcerated", ("This parent is incarcerated", "Está encarcelado")),
        ("public_benefits", ("This parent receives public benefits", "Recibe beneficios públicos")),
    ];

    /// <summary>The step of a parent.</summary>
    /// <param name="parent">The parent among the facts.</param>
    /// <param name="id">The name of the step.</param>
    /// <param name="title">Its heading.</param>
    public static Step Step(string parent, string id, Phrase title) => new(id, title,
    [
        new(Phrase.None,
        [
            Money(parent, "income_cents", ("Gross income of a month, before taxes", "Ingreso bruto de un mes, antes de impuestos"),
                ("Wages, self-employment, benefits, pensions and other income. From a weekly wage: times 52, divided by 12. Enter 0 if there is none.", "Salario, trabajo propio, beneficios, pensiones y otros ingresos. De un salario semanal: por 52, dividido entre 12. Escriba 0 si no hay.")) with { Optional = false },
        ]),
        new(("Other families and deductions", "Otras familias y deducciones"),
        [
            new Question($"{parent}.non_joint_children", AnswerKind.Count, ("Children who are not of both parents", "Hijos que no son de ambos padres"))
            {
                Hint = ("Those who live in this household or for whom this parent is ordered to pay. A stepchild only with an order.", "Los que viven en este hogar o por los que hay orden de pagar. Un hijastro solo con orden."), Optional = true,
            },
            Money(parent, "spousal_support_due_cents", ("Spousal support owed to this parent", "Manutención conyugal que se le debe"), ("By anyone, paid or not.", "Por cualquier persona, pagada o no.")),
            Money(parent, "spousal_support_owed_cents", ("Spousal support that this parent owes", "Manutención conyugal que debe"), ("To anyone, paid or not.", "A cualquier persona, pagada o no.")),
            Money(parent, "union_dues_cents", ("Mandatory union dues", "Cuotas sindicales obligatorias"), Phrase.None),
            Money(parent, "own_health_insurance_cents", ("Health insurance of this parent alone", "Su propio seguro médico"), ("Without the part for the children.", "Sin la parte de los niños.")),
        ]),
        new(("More about this parent", "Más sobre este padre o madre"),
        [
            Money(parent, "potential_income_cents", ("Potential income that is added", "Ingreso potencial que se agrega"), ("What this parent could earn beyond actual income, if that is found.", "Lo que podría ganar además del ingreso real, si así se determina.")),
            new Question($"{parent}.minimum_wage_hours_a_week", AnswerKind.Count, ("Hours a week at minimum wage that this parent could work", "Horas semanales a salario mínimo que podría trabajar"))
            {
                Hint = ("Only if that is found; it is added to income.", "Solo si así se determina; se agrega al ingreso."), Optional = true,
            },
            Money(parent, "child_benefits_cents", ("Benefits paid to the children because of this parent", "Beneficios pagados a los niños por este padre o madre"), ("Social Security or veterans benefits because of this parent's disability or retirement.", "Seguro Social o beneficios de veteranos por su discapacidad o jubilación.")),
            new Question($"{parent}.minimum_order_exception", AnswerKind.Pick, ("Does one of these hold for this parent?", "¿Se aplica alguna de estas situaciones?"))
            {
                Hint = ("Then the minimum order is not presumed.", "Entonces no se presume la orden mínima."), Preset = "none", Options = Exceptions,
            },
        ]) { Folded = true },
    ]);

    private static Question Money(string parent, string member, Phrase label, Phrase hint) => new($"{parent}.{member}", AnswerKind.Money, label) { Hint = hint, Optional = true };
}
