using Alimenta.Law.Guidelines;
using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator.Flows;

/// <summary>Iowa's questions: what forms 1 and 2 of rule 9.27 want to know, and physical care, which decides how the rest is worked out.</summary>
internal static class IowaFlow
{
    internal static readonly (string, Phrase)[] Parents = [("parent_a", ("Parent A", "Progenitor A")), ("parent_b", ("Parent B", "Progenitor B"))];

    public static Flow Flow { get; } = new(GuidelineRules.Of("ia").Value,
    [
        AboutStep.Step,
        Children(),
        IowaParent.Step("parent_a", "a", ("Income of Parent A", "Ingresos del Progenitor A")),
        IowaParent.Step("parent_b", "b", ("Income of Parent B", "Ingresos del Progenitor B")),
        Overnights(),
        Costs(),
        IowaSpecial.Step,
    ])
    {
        Probe = """{"children":[{"name":"A","born":"2020-01-01","care":"parent_b"}],"parent_a":{"stated_net":{"monthly_cents":0,"source":"-"}},"parent_b":{"stated_net":{"monthly_cents":0,"source":"-"}}}""",
        Refusals = IowaRefusals.Words,
        Curves = IowaCurves.Of,
        Note = ("Only part of the official schedule of amounts may be recorded here. Where a row is missing, the calculator says so and makes up no amount.", "Puede que aquí solo esté registrada una parte de la tabla oficial de montos. Si falta una fila, la calculadora lo dice y no inventa un monto."),
    };

    private static Step Children() => new("children", ("Children", "Niños"),
    [
        new(Phrase.None,
        [
            new Rows("children", ("Child", "Niño"),
            [
                new Question("name", AnswerKind.Text, ("Name or letter", "Nombre o letra")) { Lettered = true },
                new Question("born", AnswerKind.Date, ("Day of birth", "Fecha de nacimiento")),
                new Question("care", AnswerKind.Pick, ("Who has physical care of the child?", "¿Quién tiene el cuidado físico del niño?")) { Options = [.. Parents, ("joint", ("Both: joint physical care", "Ambos: cuidado físico compartido"))] },
                new Question("claimed_by", AnswerKind.Pick, ("Who takes the child as a dependent for taxes?", "¿Quién declara al niño como dependiente?"))
                {
                    Optional = true, Options = Parents, Hint = ("Needed only when both parents have care, or each has care of some children.", "Solo hace falta si ambos tienen el cuidado, o cada uno el de algunos niños."),
                },
            ]) { Shown = 2 },
        ]) { Lead = ("The children of these two parents for whom support is set.", "Los hijos de estos dos padres para quienes se fija la manutención.") },
        new(("More about the case", "Más sobre el caso"),
        [
            new Question("original_order", AnswerKind.Date, ("Day of the first support order of this case", "Fecha de la primera orden de manutención de este caso")) { Optional = true, Hint = ("Whatever changed it later. Empty if there is none yet.", "Sin importar los cambios posteriores. Vacío si aún no hay.") },
            new Question("public_funds", AnswerKind.Choice, ("Is public money paid for the children?", "¿Se paga dinero público por los niños?"))
            {
                Preset = "none", Options = [("none", ("No", "No")), ("fip", ("Yes, FIP", "Sí, FIP")), ("foster_care", ("Yes, foster care", "Sí, hogar de acogida"))],
            },
        ]) { Folded = true },
    ]);

    private static Step Overnights() => new("overnights", ("Visits", "Visitas"),
    [
        new(Phrase.None,
        [
            new Question("visitation_overnights", AnswerKind.Count, ("Overnights a year that the court orders with the parent who does not have physical care", "Noches al año que ordena el tribunal con quien no tiene el cuidado físico"))
            {
                Optional = true, Hint = ("Leave it empty in joint physical care.", "Déjelo vacío en cuidado físico compartido."),
            },
        ]),
    ]);

    private static Step Costs() => new("costs", ("Child care and health", "Cuidado y salud"),
    [
        .. Care("parent_a", ("Child care that Parent A pays", "Cuidado de niños que paga el Progenitor A")),
        .. Care("parent_b", ("Child care that Parent B pays", "Cuidado de niños que paga el Progenitor B")),
        new(("Health insurance of the children", "Seguro médico de los niños"),
        [
            new Rows("health_plans", ("Plan", "Plan"),
            [
                new Question("payer", AnswerKind.Pick, ("Whose plan is it?", "¿De quién es el plan?")) { Preset = "parent_a", Options = Parents },
                new Question("family_premium_cents", AnswerKind.Money, ("Premium of a month with the children", "Prima mensual con los niños")),
                new Question("single_premium_cents", AnswerKind.Money, ("Premium of a month for the parent alone", "Prima mensual del padre o madre solo")) { Optional = true },
                new Question("covers", AnswerKind.Children, ("Which children does it cover?", "¿A qué niños cubre?")) { Optional = true, Hint = ("None ticked: all of them.", "Ninguno marcado: todos.") },
            ]) { Most = 4 },
        ]),
        new(("More about health", "Más sobre la salud"),
        [
            new Question("hawki_premium_cents", AnswerKind.Money, ("Premium of a month of Hawki, when the children are in it", "Prima mensual de Hawki, si los niños están en él")) { Optional = true },
            new Question("no_cash_medical_because", AnswerKind.Reason, ("Why no cash medical support should be set although no plan is at hand", "Por qué no se fijaría manutención médica aunque no haya plan")) { Optional = true },
        ]) { Folded = true },
    ]) { Lead = ("Leave empty what there is not.", "Deje vacío lo que no haya.") };

    private static IEnumerable<Section> Care(string parent, Phrase title)
    {
        var path = $"{parent}.child_care";
        yield return new(title,
        [
            new Question($"{path}.monthly_cents", AnswerKind.Money, ("Cost of a month so that the parent can work, less any help", "Costo mensual para poder trabajar, menos cualquier ayuda")) { Optional = true },
            new Question($"{path}.children", AnswerKind.Children, ("For which children?", "¿Para qué niños?")) { Optional = true, Hint = ("None ticked: all who live with this parent.", "Ninguno marcado: todos los que viven con este padre o madre.") },
            new Question($"{path}.variance_cents", AnswerKind.Money, ("Amount by which a court raises support for it, instead of deducting it", "Monto que un tribunal agrega a la manutención, en vez de deducirlo")) { Optional = true },
            new Question($"{path}.finding", AnswerKind.Reason, ("The written finding for that", "La determinación escrita para ello")) { Optional = true },
            new Question($"{path}.older_child_because", AnswerKind.Reason, ("Why care of an older child counts", "Por qué cuenta el cuidado de un niño mayor")) { Optional = true },
        ]) { Folded = true, Lead = ("Only the parent with physical care deducts it.", "Solo lo deduce quien tiene el cuidado físico.") };
    }
}
