using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator.Flows;

/// <summary>Spousal support of the case, and a variance from the guideline of Iowa.</summary>
internal static class IowaSpecial
{
    public static Step Step { get; } = new("special", ("Special circumstances", "Circunstancias especiales"),
    [
        new(("Spousal support between these parents", "Manutención conyugal entre estos padres"),
        [
            new Question("spousal_support.payer", AnswerKind.Pick, ("Who pays it?", "¿Quién la paga?")) { Options = IowaFlow.Parents, Optional = true },
            new Question("spousal_support.monthly_cents", AnswerKind.Money, ("Amount of a month", "Monto de un mes")) { Optional = true },
            new Question("spousal_support.taxable", AnswerKind.Check, ("Tax law counts it: income of one, deduction of the other", "La ley de impuestos la cuenta: ingreso de uno, deducción del otro")),
            new Question("spousal_support.reimbursement", AnswerKind.Check, ("It pays back what a spouse gave", "Devuelve lo que dio un cónyuge")),
        ]) { Folded = true, Lead = ("In this case; it is set before child support.", "En este caso; se fija antes que la de los niños.") },
        new(("Another amount that was decided (variance)", "Otro monto que se decidió (variación)"),
        [
            new Question("variance.payer", AnswerKind.Pick, ("Who pays it?", "¿Quién lo paga?")) { Options = IowaFlow.Parents, Optional = true },
            new Question("variance.amount_cents", AnswerKind.Money, ("Amount of a month", "Monto de un mes")) { Optional = true },
            new Question("variance.finding", AnswerKind.Reason, ("The written finding: why the guideline amount would be unjust or inappropriate", "La determinación escrita: por qué el monto de la guía sería injusto o inapropiado")) { Optional = true },
        ]) { Folded = true },
    ]) { Lead = ("Most families go on without filling in anything here.", "La mayoría de las familias sigue sin llenar nada aquí.") };
}
