using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator.Flows;

/// <summary>What a court decides in New York where the guideline leaves it room.</summary>
internal static class NewYorkSpecial
{
    private static readonly (string, Phrase)[] Factors =
    [
        ("resources", ("Resources of the parents and the child", "Recursos de los padres y del niño")),
        ("needs", ("Health, special needs and aptitudes of the child", "Salud, necesidades especiales y aptitudes del niño")),
        ("standard_of_living", ("The standard of living the child would have had", "El nivel de vida que habría tenido el niño")),
        ("tax", ("Taxes", "Impuestos")),
        ("other_contributions", ("What the parents contribute other than money", "Lo que los padres aportan además de dinero")),
        ("parent_education", ("A parent's education", "La educación de un padre o madre")),
        ("income_gap", ("One income is much lower than the other", "Un ingreso es mucho menor que el otro")),
        ("other_children", ("Needs of other children", "Necesidades de otros hijos")),
        ("visit_costs", ("Extraordinary costs of visits", "Costos extraordinarios de las visitas")),
        ("other", ("Another factor", "Otro factor")),
    ];

    public static Step Step { get; } = new("special", ("What a court decided", "Lo que decidió un tribunal"),
    [
        new(("Combined income above the cap", "Ingresos combinados sobre el tope"),
        [
            new Question("above_cap.method", AnswerKind.Pick, ("How does income above the cap count?", "¿Cómo cuenta el ingreso sobre el tope?"))
            {
                Optional = true,
                Options = [("stop_at_cap", ("It does not", "No cuenta")), ("percentage", ("By the percentage", "Según el porcentaje")), ("amount", ("By an amount that the court set", "Un monto que fijó el tribunal"))],
            },
            Money("above_cap.up_to_cents", ("By the percentage: up to which combined income of a year? Empty: all of it", "Según el porcentaje: ¿hasta qué ingreso combinado al año? Vacío: todo")),
            Money("above_cap.amount_yearly_cents", ("By an amount: how much a year", "Un monto: cuánto al año")),
            .. Reasons("above_cap"),
        ]) { Folded = true, Lead = ("Leave it empty: then the result stops at the cap and says that a decision is needed.", "Déjelo vacío: entonces el resultado llega al tope y dice que hace falta una decisión.") },
        new(("Five or more children", "Cinco niños o más"),
        [
            new Question("five_or_more_ppm", AnswerKind.Percent, ("The percentage that the court set", "El porcentaje que fijó el tribunal")) { Optional = true, Hint = ("Leave it empty for the least one of the law.", "Déjelo vacío para el mínimo de la ley.") },
        ]) { Folded = true },
        new(("Another amount below the poverty guideline", "Otro monto debajo de la guía de pobreza"), [.. Amount("below_poverty")]) { Folded = true },
        new(("Another amount than the guideline's", "Otro monto que el de la guía"), [.. Amount("deviation")]) { Folded = true },
    ]) { Lead = ("Most families go on without filling in anything here.", "La mayoría de las familias sigue sin llenar nada aquí.") };

    private static IEnumerable<Question> Amount(string path)
    {
        yield return Money($"{path}.amount_monthly_cents", ("Amount of a month", "Monto de un mes"));
        yield return new Question($"{path}.by", AnswerKind.Pick, ("Who decided it?", "¿Quién lo decidió?")) { Preset = "court", Options = [("court", ("The court", "El tribunal")), ("agreement", ("The parents, by agreement", "Los padres, por acuerdo"))] };
        foreach (var question in Reasons(path)) yield return question;
    }

    private static IEnumerable<Question> Reasons(string path) =>
    [
        new Question($"{path}.factors", AnswerKind.Several, ("Factors that were weighed", "Factores considerados")) { Options = Factors, Optional = true },
        new Question($"{path}.reasons", AnswerKind.Reason, ("The reasons", "Las razones")) { Optional = true },
    ];

    private static Question Money(string path, Phrase label) => new(path, AnswerKind.Money, label) { Optional = true };
}
