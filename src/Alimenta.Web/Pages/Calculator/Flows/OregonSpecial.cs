using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator.Flows;

/// <summary>What few families in Oregon need: a rebuttal of the presumed amount, and an amount on which the parents agree.</summary>
internal static class OregonSpecial
{
    private static readonly (string, Phrase)[] Factors =
    [
        ("other_resources", ("Other resources of a parent", "Otros recursos de un padre o madre")),
        ("necessities", ("What a parent reasonably needs", "Lo que un padre o madre necesita razonablemente")),
        ("net_income", ("Net income that is left", "Ingreso neto que queda")),
        ("ability_to_borrow", ("Ability to borrow", "Capacidad de pedir prestado")),
        ("other_dependents", ("Other dependents and their needs", "Otros dependientes y sus necesidades")),
        ("special_hardships", ("Special hardships", "Dificultades especiales")),
        ("parent_at_home", ("A parent stays at home for the children", "Uno de los padres se queda en casa por los niños")),
        ("tax_consequences", ("Taxes", "Impuestos")),
        ("spouse_income", ("Income of a spouse or partner", "Ingresos del cónyuge o pareja")),
        ("employment_benefits", ("Benefits of employment", "Prestaciones del empleo")),
        ("child_with_neither_parent", ("The child is with neither parent", "El niño no está con ninguno de los padres")),
        ("earlier_findings", ("Earlier findings", "Determinaciones anteriores")),
        ("mutual_debts", ("Mutual debts", "Deudas mutuas")),
        ("tax_advantage", ("A tax advantage", "Una ventaja fiscal")),
        ("needs_of_child", ("Extraordinary or diminished needs of the child", "Necesidades extraordinarias o menores del niño")),
        ("return_of_capital", ("Return of capital", "Devolución de capital")),
        ("child_attending_school_cost", ("Cost of a child attending school", "Costo de un hijo que estudia")),
        ("other", ("Something else", "Otra razón")),
    ];

    public static Step Step { get; } = new("special", ("Special circumstances", "Circunstancias especiales"),
    [
        new(("Reasons for another amount (rebuttal)", "Razones para otro monto (refutación)"),
        [
            new Question("rebuttal.factors", AnswerKind.Several, ("What does it rest on?", "¿En qué se basa?")) { Options = Factors, Optional = true },
            new Question("rebuttal.reason", AnswerKind.Reason, ("Why would the guideline amount be unjust or inappropriate?", "¿Por qué sería injusto o inapropiado el monto de la guía?")) { Optional = true },
            .. Changes("rebuttal.parent_a", "A"),
            .. Changes("rebuttal.parent_b", "B"),
            new Question("rebuttal.caretaker_special_costs_cents", AnswerKind.Money, ("Special costs of the children that someone else pays, a month", "Costos especiales de los niños que paga otra persona, al mes")) { Optional = true },
        ]) { Folded = true, Lead = ("A court or agency must find these reasons. Leave it empty to see the plain guideline amount.", "Un tribunal o agencia debe determinar estas razones. Déjelo vacío para ver el monto de la guía.") },
        new(("An amount on which the parents agree", "Un monto que acuerdan los padres"),
        [
            Amount("agreement.parent_a_cents", ("What Parent A is to pay in all, a month", "Lo que pagará en total el Progenitor A, al mes")),
            Amount("agreement.parent_b_cents", ("What Parent B is to pay in all, a month", "Lo que pagará en total el Progenitor B, al mes")),
            new Question("agreement.written_consent", AnswerKind.Check, ("Both consent in writing", "Ambos consienten por escrito")),
        ]) { Folded = true },
    ]) { Lead = ("Most families go on without filling in anything here.", "La mayoría de las familias sigue sin llenar nada aquí.") };

    private static IEnumerable<Question> Changes(string path, string letter)
    {
        yield return Amount($"{path}.income_change_cents", ($"Parent {letter}: added to income; with a minus sign it lowers it", $"Progenitor {letter}: se suma al ingreso; con signo menos lo baja"));
        yield return Amount($"{path}.special_costs_cents", ($"Parent {letter}: special costs of the children that this parent pays", $"Progenitor {letter}: costos especiales de los niños que paga"));
        yield return Amount($"{path}.cash_minors_cents", ($"Parent {letter}: added to cash support for minor children", $"Progenitor {letter}: se suma a la manutención por menores"));
        yield return Amount($"{path}.medical_minors_cents", ($"Parent {letter}: added to cash medical support for minor children", $"Progenitor {letter}: se suma a la manutención médica por menores"));
        yield return Amount($"{path}.cash_school_cents", ($"Parent {letter}: added to cash support for children attending school", $"Progenitor {letter}: se suma a la manutención por hijos que estudian"));
        yield return Amount($"{path}.medical_school_cents", ($"Parent {letter}: added to cash medical support for children attending school", $"Progenitor {letter}: se suma a la manutención médica por hijos que estudian"));
    }

    private static Question Amount(string path, Phrase label) => new(path, AnswerKind.Money, label) { Optional = true };
}
