using Alimenta.Law.Guidelines;
using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator.Flows;

/// <summary>Oregon's questions: the inputs of worksheet CSF 02 0910 in the order in which a family knows them.</summary>
internal static class OregonFlow
{
    private static readonly (string, Phrase)[] Payers =
    [
        ("parent_a", ("Parent A", "Progenitor A")), ("parent_b", ("Parent B", "Progenitor B")), ("caretaker", ("Someone else who has the children", "Otra persona que tiene a los niños")),
    ];

    public static Flow Flow { get; } = new(GuidelineRules.Of("or").Value,
    [
        AboutStep.Step,
        Children(),
        OregonParent.Step("parent_a", "a", ("Income of Parent A", "Ingresos del Progenitor A")),
        OregonParent.Step("parent_b", "b", ("Income of Parent B", "Ingresos del Progenitor B")),
        Overnights(),
        Costs(),
        OregonSpecial.Step,
    ])
    {
        Probe = """{"parent_a":{"income_cents":0,"overnights_hundredths":36500},"parent_b":{"income_cents":0},"minor_children":1}""",
        Refusals = OregonRefusals.Words,
        Curves = OregonCurves.Of,
        Note = ("Counts the income of both parents and the overnights. Lines as in worksheet CSF 02 0910.", "Cuenta los ingresos de ambos padres y las noches. Renglones como en la hoja CSF 02 0910."),
    };

    private static Step Children() => new("children", ("Children", "Niños"),
    [
        new(Phrase.None,
        [
            new Question("minor_children", AnswerKind.Count, ("How many children under 18 do the two parents have together?", "¿Cuántos hijos menores de 18 años tienen juntos los dos padres?"))
            {
                Hint = ("Count those of 18 too who live with a parent and go to high school.", "Cuente también a los de 18 que viven con uno de los padres y van a la secundaria."),
            },
            new Question("children_attending_school", AnswerKind.Count, ("How many children from 18 to 20 do they have together who attend school?", "¿Cuántos hijos de 18 a 20 años tienen juntos que estudian?"))
            {
                Hint = ("Only those to whom the order applies, without those counted above.", "Solo aquellos a los que se aplica la orden, sin los ya contados arriba."), Optional = true,
            },
        ]),
    ]);

    private static Step Overnights() => new("overnights", ("Overnights", "Noches"),
    [
        new(("On average in a year", "En promedio al año"),
        [
            Nights("parent_a.overnights_hundredths", ("Nights with Parent A", "Noches con el Progenitor A")),
            Nights("parent_b.overnights_hundredths", ("Nights with Parent B", "Noches con el Progenitor B")),
            new Question("caretaker", AnswerKind.Group, ("Someone other than a parent, or the state, has the care of the children", "Otra persona que no es padre ni madre, o el estado, tiene a los niños")),
            Nights("caretaker.overnights_hundredths", ("Nights with someone else, or in state care", "Noches con otra persona, o al cuidado del estado")) with { Optional = true },
        ])
        {
            Lead = ("Together they make the nights of a year. With several children, add up the nights of each and divide by the number of children. Or count in one of the other ways below.",
                "Juntas suman las noches de un año. Si hay varios niños, sume las noches de cada uno y divida entre el número de niños. O cuente de una de las otras maneras de abajo."),
        },
        new(("Or count the nights of each child over two years", "O cuente las noches de cada niño en dos años"),
        [
            new Rows("nights_in_two_years", ("Child", "Niño"),
            [
                new Question("parent_a", AnswerKind.Count, ("Nights with Parent A in two years", "Noches con el Progenitor A en dos años")),
                new Question("parent_b", AnswerKind.Count, ("Nights with Parent B in two years", "Noches con el Progenitor B en dos años")),
                new Question("caretaker", AnswerKind.Count, ("Nights with someone else", "Noches con otra persona")) { Optional = true },
            ]),
        ]) { Folded = true, Lead = AverageEmpty },
        new(("There is no plan or order", "No hay plan ni orden"),
        [
            new Question("without_plan.parent_a", AnswerKind.Count, ("How many of the children under 18 live with Parent A?", "¿Cuántos de los hijos menores viven con el Progenitor A?")) { Optional = true },
            new Question("without_plan.parent_b", AnswerKind.Count, ("How many live with Parent B?", "¿Cuántos viven con el Progenitor B?")) { Optional = true },
            new Question("without_plan.caretaker", AnswerKind.Count, ("How many live with someone else?", "¿Cuántos viven con otra persona?")) { Optional = true },
        ]) { Folded = true, Lead = AverageEmpty },
        new(("Or count time by hours", "O cuente el tiempo por horas"),
        [
            new Question("time_by_hours.rest_with", AnswerKind.Pick, ("Who has the children in all the time that is not named below?", "¿Quién tiene a los niños en el tiempo que no se nombra abajo?")) { Options = Payers, Optional = true },
            new Rows("time_by_hours.blocks", ("Visits", "Visitas"),
            [
                new Question("child", AnswerKind.Text, ("Which child? A name or letter", "¿Qué niño? Nombre o letra")) { Lettered = true },
                new Question("with", AnswerKind.Pick, ("With whom?", "¿Con quién?")) { Options = Payers },
                new Question("hours", AnswerKind.Count, ("How many hours each time?", "¿Cuántas horas cada vez?")) { Hint = ("Enter a visit of several days day by day.", "Indique día por día una visita de varios días.") },
                new Question("times", AnswerKind.Count, ("How often in two years?", "¿Cuántas veces en dos años?")),
            ]) { Most = 12 },
        ]) { Folded = true, Lead = AverageEmpty },
    ]);

    private static Phrase AverageEmpty => ("Then leave the averages above empty.", "Entonces deje vacíos los promedios de arriba.");

    private static Question Nights(string path, Phrase label) => new(path, AnswerKind.Hundredths, label);

    private static Step Costs() => new("costs", ("Child care and health", "Cuidado y salud"),
    [
        new(("Child care", "Cuidado de los niños"),
        [
            new Rows("child_care", ("Child care cost", "Costo de cuidado"),
            [
                new Question("child", AnswerKind.Text, ("For which child? A name or letter", "¿De qué niño? Nombre o letra")) { Lettered = true, Hint = ("If two people pay for one child, add two rows with the same name.", "Si dos personas pagan por un niño, use dos filas con el mismo nombre.") },
                new Question("born", AnswerKind.Date, ("The child's day of birth", "Fecha de nacimiento del niño")),
                new Question("cost_cents", AnswerKind.Money, ("Cost of a month", "Costo de un mes")),
                new Question("payer", AnswerKind.Pick, ("Who pays it?", "¿Quién lo paga?")) { Preset = "parent_a", Options = Payers },
                new Question("area", AnswerKind.Pick, ("Where is the care given?", "¿Dónde se da el cuidado?"))
                {
                    Preset = "elsewhere",
                    Options = [("listed", ("Portland, Bend, Eugene, Corvallis, Springfield, Monmouth or Ashland", "Portland, Bend, Eugene, Corvallis, Springfield, Monmouth o Ashland")), ("elsewhere", ("Anywhere else", "En otro lugar"))],
                },
                new Question("disabled", AnswerKind.Check, ("The child is disabled", "El niño tiene una discapacidad")),
            ]) { Most = 10 },
        ]) { Lead = ("What is paid so that a parent can work or study. Leave it empty if there is none.", "Lo que se paga para que el padre o madre trabaje o estudie. Déjelo vacío si no hay.") },
        new(("Health coverage of the children", "Cobertura médica de los niños"),
        [
            Coverage("parent_a", ("What would it cost Parent A a month?", "¿Cuánto le costaría al mes al Progenitor A?")),
            Coverage("parent_b", ("What would it cost Parent B a month?", "¿Cuánto le costaría al mes al Progenitor B?")),
            new Question("coverage", AnswerKind.Choice, ("Who shall provide it?", "¿Quién debe proveerla?"))
            {
                Preset = "by_rule",
                Options =
                [
                    ("by_rule", ("Let the rule decide", "Que decida la regla")), ("parent_a", ("Parent A", "Progenitor A")), ("parent_b", ("Parent B", "Progenitor B")), ("both", ("Both", "Ambos")),
                    ("either_when_available", ("Either of them, when coverage becomes available", "Cualquiera, cuando haya cobertura disponible")),
                ],
            },
        ]),
        new(("More about health", "Más sobre la salud"),
        [
            Policy("parent_a", ("Name or number of Parent A's policy", "Nombre o número de la póliza del Progenitor A")),
            Policy("parent_b", ("Name or number of Parent B's policy", "Nombre o número de la póliza del Progenitor B")),
            new Question("coverage_at_higher_amount", AnswerKind.Check, ("There are compelling reasons for coverage that costs more than is reasonable", "Hay razones de peso para una cobertura que cuesta más de lo razonable")),
            new Question("cash_medical", AnswerKind.Choice, ("Shall cash medical support be ordered?", "¿Se debe ordenar manutención médica en efectivo?"))
            {
                Preset = "no",
                Options = [("no", ("No", "No")), ("yes", ("Yes", "Sí")), ("contingent", ("Whenever the parent does not provide coverage", "Siempre que no provea cobertura"))],
            },
        ]) { Folded = true },
    ]);

    private static Question Coverage(string parent, Phrase label) => new($"{parent}.coverage_cost_cents", AnswerKind.Money, label)
    {
        Hint = ("The children's part of the premium. 0 if it is free; leave it empty if none can be had.", "La parte de los niños en la prima. 0 si es gratuita; déjelo vacío si no se puede obtener."), Optional = true,
    };

    private static Question Policy(string parent, Phrase label) => new($"{parent}.coverage_policy", AnswerKind.Text, label)
    {
        Hint = ("Only so that one premium does not count for both.", "Solo para que una prima no cuente por los dos."), Optional = true,
    };
}
