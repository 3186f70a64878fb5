namespace Alimenta.Web.Components.Worksheets.InSpanish;

/// <summary>What Oregon's rule says.</summary>
internal static class OregonPhrases
{
    public static IReadOnlyList<(string En, string Es)> Pairs { get; } =
    [
        ("{0:who} has adjusted income of {1:money}, {2:share} of both; after the self-support reserve of {3:money} there is {4:money} for support.",
            "El {0} tiene un ingreso ajustado de {1}, el {2} del total de ambos; después de la reserva para el propio sustento de {3} le quedan {4} para la manutención."),
        ("The scale gives {0:money} for {1:money} and one child.", "La tabla da {0} para {1} y un hijo."),
        ("The scale gives {0:money} for {1:money} and {2:number} children.", "La tabla da {0} para {1} y {2} hijos."),
        ("{0:who}'s share would be {1:money}, but only {2:money} is available; the rest is not moved to the other parent.",
            "La parte del {0} sería de {1}, pero solo hay {2} disponibles; el resto no pasa al otro padre o madre."),
        ("{0:who}'s share is {1:money}.", "La parte del {0} es de {1}."),
        ("Child care of {0:money} adds {1:money} for parent A and {2:money} for parent B.", "El cuidado de los niños, de {0}, suma {1} para el Progenitor A y {2} para el Progenitor B."),
        ("Health coverage of {0:money} is shared by what is reasonable for each: {1:money} and {2:money}.", "La cobertura médica, de {0}, se reparte según lo que es razonable para cada uno: {1} y {2}."),
        ("Time is counted by blocks of hours instead of overnights; the rest of the two years is with the other party.",
            "El tiempo se cuenta por bloques de horas y no por noches; el resto de los dos años es con la otra parte."),
        ("There is no plan or order: each party's time is the children who live there of all children, times the year.",
            "No hay plan ni orden: el tiempo de cada quien es la proporción de niños que viven en su casa, por el año."),
        ("With {0:number} overnights {1:who} is credited {2:share} of the basic obligation: {3:money}.", "Con {0} noches, al {1} se le acredita el {2} de la obligación básica: {3}."),
        ("Children are with a caretaker, so both parents pay for them.", "Los niños están con un cuidador, así que ambos padres pagan por ellos."),
        ("{0:who} has the greater net obligation for one child and pays: {1:money} against {2:money}.", "El {0} tiene la mayor obligación neta por un hijo y paga: {1} frente a {2}."),
        ("{0:who} has the greater net obligation for {1:number} children and pays: {2:money} against {3:money}.", "El {0} tiene la mayor obligación neta por {1} hijos y paga: {2} frente a {3}."),
        ("Both net obligations are {0:money}, so neither parent pays for minor children.", "Las dos obligaciones netas son de {0}, así que ninguno de los padres paga por los hijos menores."),
        ("{0:who}'s support would be below the minimum order of {1:money}; {2:money} is added.", "La manutención del {0} quedaría por debajo de la orden mínima de {1}; se suman {2}."),
        ("Benefits of {0:money} paid to the children are taken off dollar for dollar.", "Los beneficios de {0} que reciben los niños se restan dólar por dólar."),
        ("{0:who} pays {1:money} in cash and {2:money} toward health care, {3:money} in all.", "El {0} paga {1} en efectivo y {2} para la atención médica, {3} en total."),
        ("After the rebuttal parent A pays {0:money} and parent B pays {1:money} in place of {2:money} and {3:money}.",
            "Después de la refutación, el Progenitor A paga {0} y el Progenitor B paga {1}, en lugar de {2} y {3}."),
        ("By agreement parent A pays {0:money} and parent B pays {1:money}.", "Por acuerdo, el Progenitor A paga {0} y el Progenitor B paga {1}."),

        // What must be found or decided.
        ("{0:who} can earn {1:money} a month beyond actual income.", "El {0} puede ganar {1} al mes además de su ingreso real."),
        ("{0:who} is presumed able to pay {1:money}; the presumption can be rebutted.", "Se presume que el {0} puede pagar {1}; esa presunción se puede refutar."),
        ("Each parent has half of the overnights, so the minimum order is not presumed; say so as an exception for {0:who}.",
            "Cada uno tiene la mitad de las noches, así que la orden mínima no se presume; indíquelo como excepción para el {0}."),
        ("An exception to the minimum order holds for {0:who}.", "Para el {0} vale una excepción a la orden mínima."),
        ("The children are paid {0:money} because of disability or retirement of {1:who}, not because of their own disability.",
            "Los niños reciben {0} por la discapacidad o la jubilación del {1}, no por una discapacidad propia."),
        ("Combined adjusted income is above {0:money}; the obligation stays at the top of the scale unless rebutted.",
            "El ingreso ajustado de ambos supera {0}; la obligación se queda en lo más alto de la tabla, salvo que se refute."),
        ("Compelling factors call for coverage at {0:money}, where {1:money} is reasonable.", "Razones de peso exigen una cobertura que cuesta {0}, cuando lo razonable son {1}."),
        ("{0:money} of child care is above what the rule allows for age and place, and does not count.",
            "Del cuidado de los niños, {0} superan lo que la regla permite según la edad y el lugar, y no cuentan."),
        ("The presumed amount ({0:money} by parent A, {1:money} by parent B) is unjust or inappropriate; {2:money} by parent A, {3:money} by parent B is ordered instead. Reason: {4:typed}",
            "El monto presunto ({0} del Progenitor A, {1} del Progenitor B) es injusto o inapropiado; en su lugar se ordenan {2} del Progenitor A y {3} del Progenitor B. Razón: {4}"),
        ("The parties consent in writing to {0:money} by parent A, {1:money} by parent B in place of {2:money} by parent A, {3:money} by parent B.",
            "Las partes aceptan por escrito {0} del Progenitor A y {1} del Progenitor B, en lugar de {2} del Progenitor A y {3} del Progenitor B."),
    ];
}
