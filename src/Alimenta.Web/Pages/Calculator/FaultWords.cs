using Alimenta.Web.Components;
using Alimenta.Web.Components.Fields;

namespace Alimenta.Web.Pages.Calculator;

/// <summary>What the rule refuses, in words for people who do not write JSON; the code stays, so that everyone speaks of the same.</summary>
internal static class FaultWords
{
    private static readonly Phrase OfRule = ("", "La regla dice, en inglés:");

    /// <summary>The words of form fields in a language.</summary>
    public static FieldWords Fields(Tongue tongue) => tongue == Tongue.English ? FieldWords.English with { Optional = "(optional)" }
        : new("(opcional)", "Error: ", "Mes", "Día", "Año", "Corrija esto, por favor", "Corrija estas {0} cosas, por favor");

    /// <summary>What to say of a refusal.</summary>
    /// <param name="flow">The flow of the state.</param>
    /// <param name="refusal">The refusal.</param>
    /// <param name="question">The question at fault; null when it is none in particular.</param>
    /// <param name="tongue">The language.</param>
    public static string Of(Flow flow, Refusal refusal, Question? question, Tongue tongue) =>
        $"{(Plain(flow, refusal, question) is { } plain ? plain.In(tongue) : $"{OfRule.In(tongue)} {refusal.What} {refusal.Remedy}".Trim())} ({refusal.Code})";

    /// <summary>Plain words for a refusal; null when there are none.</summary>
    public static Phrase? Plain(Flow flow, Refusal refusal, Question? question)
    {
        var member = refusal.Field[(refusal.Field.LastIndexOf('.') + 1)..];
        if (member.IndexOf('[', StringComparison.Ordinal) is > 0 and var item) member = member[..item];
        if (flow.Refusals.TryGetValue($"{refusal.Code} {member}", out var about) || flow.Refusals.TryGetValue(refusal.Code, out about)) return about;
        return refusal.Code switch
        {
            "L-FACT-MISSING" => Wanted(question?.Kind),
            "L-FACT-TYPE" => Form(question?.Kind),
            "L-FACT-NEGATIVE" => ("Enter 0 or more, without a minus sign.", "Escriba 0 o más, sin signo menos."),
            "L-FACT-RANGE" when question?.Kind == AnswerKind.Date => ("This day is too far away. Correct it.", "Esta fecha está demasiado lejos. Corríjala."),
            "L-FACT-RANGE" => ("This is more than can be right. Correct it.", "Esto es más de lo que puede ser. Corríjalo."),
            "L-AS-OF" => ("There is no such day. Write month, day and a year of four digits, such as 11 20 2026.", "No existe esa fecha. Escriba mes, día y año de cuatro cifras, como 11 20 2026."),
            "L-NOT-COVERED" => ("The rules of this day are not recorded here, and we never use those of another day in their place. Choose a later day, such as today.", "Las reglas de ese día no están registradas aquí, y nunca usamos las de otro día en su lugar. Elija un día más reciente, como hoy."),
            _ => null,
        };
    }

    private static Phrase Wanted(AnswerKind? kind) => kind switch
    {
        AnswerKind.Money => ("Enter an amount. Enter 0 if there is none.", "Escriba un monto. Escriba 0 si no hay."),
        AnswerKind.Count or AnswerKind.Hundredths or AnswerKind.Percent => ("Enter a number. Enter 0 if there is none.", "Escriba un número. Escriba 0 si no hay."),
        AnswerKind.Date => ("Enter the month, the day and the year.", "Escriba el mes, el día y el año."),
        AnswerKind.Choice or AnswerKind.Pick or AnswerKind.Several or AnswerKind.Children => ("Choose an answer.", "Elija una respuesta."),
        _ => ("Fill this in.", "Llene este campo."),
    };

    private static Phrase Form(AnswerKind? kind) => kind switch
    {
        AnswerKind.Money => ("Write the amount in dollars and cents with digits only, such as 1,234.56.", "Escriba el monto en dólares y centavos solo con cifras, como 1,234.56."),
        AnswerKind.Count => ("Write a whole number with digits only, such as 2.", "Escriba un número entero solo con cifras, como 2."),
        AnswerKind.Hundredths => ("Write a number with at most two decimals, such as 182.5.", "Escriba un número con dos decimales como máximo, como 182.5."),
        AnswerKind.Percent => ("Write a percentage, such as 6 or 6.5.", "Escriba un porcentaje, como 6 o 6.5."),
        AnswerKind.Date => ("There is no such day. Write month, day and a year of four digits, such as 11 20 2026.", "No existe esa fecha. Escriba mes, día y año de cuatro cifras, como 11 20 2026."),
        AnswerKind.Choice or AnswerKind.Pick or AnswerKind.Several => ("Choose one of the answers.", "Elija una de las respuestas."),
        _ => ("Write it in plain words.", "Escríbalo con palabras sencillas."),
    };
}
