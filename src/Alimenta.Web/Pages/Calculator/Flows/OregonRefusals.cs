using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator.Flows;

/// <summary>What Oregon's rule refuses, in plain words.</summary>
internal static class OregonRefusals
{
    public static IReadOnlyDictionary<string, Phrase> Words { get; } = new Dictionary<string, Phrase>(StringComparer.Ordinal)
    {
        ["L-OR-CHILDREN"] = ("Say how many children the parents have together; there must be at least one.", "Diga cuántos hijos tienen juntos los padres; debe haber al menos uno."),
        ["L-OR-COUNT"] = ("This is more children than can be right. Correct the number.", "Son más niños de los posibles. Corrija el número."),
        ["L-OR-HOURS"] = ("Enter the hours of a full working week at most.", "Escriba como máximo las horas de una semana completa de trabajo."),
        ["L-OR-OVERNIGHTS"] = ("The nights with both parents, and with anyone else, must make up exactly one year. Correct them so that they add up.", "Las noches con ambos padres, y con cualquier otra persona, deben sumar exactamente un año. Corríjalas para que sumen."),
        ["L-OR-OVERNIGHTS nights_in_two_years"] = ("Give the nights of two years for each minor child, and let each child's make exactly two years, without a leap day. Then leave the averages empty.", "Dé las noches de dos años de cada hijo menor; las de cada niño deben sumar exactamente dos años, sin día bisiesto. Deje vacíos los promedios."),
        ["L-OR-OVERNIGHTS without_plan"] = ("Say of each minor child with whom it lives: together they must be as many as there are.", "Diga con quién vive cada hijo menor: juntos deben ser tantos como hay."),
        ["L-OR-OVERNIGHTS time_by_hours"] = ("Time is counted by hours only when there are minor children.", "El tiempo se cuenta por horas solo si hay hijos menores."),
        ["L-OR-OVERNIGHTS blocks"] = ("The visits do not fit: name each minor child the same way in every row, and no more time than two years have.", "Las visitas no encajan: nombre igual a cada hijo menor en todas las filas, y no más tiempo del que tienen dos años."),
        ["L-OR-OVERNIGHTS hours"] = ("Enter at most the hours of one day; enter a longer visit day by day.", "Escriba como máximo las horas de un día; indique día por día una visita más larga."),
        ["L-OR-OVERNIGHTS with"] = ("The rest of the time is with this one already. Enter only the time with the others.", "El resto del tiempo ya es con esta persona. Indique solo el tiempo con los otros."),
        ["L-OR-TIME-TWICE"] = ("Time with the children is counted in more than one way. Keep one of them and leave the others empty.", "El tiempo con los niños se contó de más de una manera. Conserve una y deje vacías las otras."),
        ["L-OR-EQUAL-TIME"] = ("You chose equal time as a reason, but the nights are not half and half. Choose another answer, or correct the nights.", "Eligió tiempo igual como razón, pero las noches no son mitad y mitad. Elija otra respuesta o corrija las noches."),
        ["L-OR-PREMIUM-TWICE"] = ("Both parents name the same policy. Give its cost to the one who pays and take it from the other.", "Ambos padres indican la misma póliza. Ponga el costo a quien la paga y quíteselo al otro."),
        ["L-OR-BORN"] = ("This day of birth is after the day of the calculation. Correct it.", "Esta fecha de nacimiento es posterior a la fecha del cálculo. Corríjala."),
        ["L-OR-CHILD-CARE-AGE"] = ("Care of a child of this age counts only if the child is disabled. Take the cost out, or tick that the child is disabled.", "El cuidado de un niño de esta edad cuenta solo si tiene una discapacidad. Quite el costo, o marque que tiene una discapacidad."),
        ["L-OR-CARETAKER"] = ("Someone else is said to pay, but nobody else has the care of the children. Choose a parent, or say on the page about overnights that someone else has it.", "Se dice que paga otra persona, pero nadie más tiene a los niños. Elija un padre o madre, o diga en la página de noches que otra persona los tiene."),
        ["L-OR-CHILD-CARE-DIFFERS"] = ("Two rows have the same child but differ in birth, disability or place. Make them the same, or name the children apart.", "Dos filas tienen el mismo niño pero difieren en nacimiento, discapacidad o lugar. Iguálelas, o nombre distinto a cada niño."),
        ["L-OR-CHILD-CARE-CHILDREN"] = ("There is child care for more children than the parents have together. Name each child the same way in every row.", "Hay cuidado para más niños de los que tienen juntos. Nombre igual a cada niño en todas las filas."),
        ["L-OR-REBUTTAL factors"] = ("Tick at least one reason, or leave the whole part empty.", "Marque al menos una razón, o deje vacía toda esta parte."),
        ["L-OR-REBUTTAL reason"] = ("Say why the guideline amount would be unjust or inappropriate.", "Diga por qué el monto de la guía sería injusto o inapropiado."),
        ["L-OR-AGREED written_consent"] = ("An agreed amount counts only with written consent. Tick it, or leave the amounts empty.", "Un monto acordado cuenta solo con consentimiento por escrito. Márquelo, o deje vacíos los montos."),
        ["L-OR-AGREED parent_a_cents"] = ("Say what a parent is to pay, or take out the tick for consent.", "Diga lo que pagará un padre o madre, o quite la marca de consentimiento."),
        ["L-OR-AGREED-BAND"] = ("This is further from the guideline amount than parents may agree. Choose an amount nearer to it, or give reasons for another amount.", "Esto se aleja del monto de la guía más de lo que los padres pueden acordar. Elija un monto más cercano, o dé razones para otro monto."),
        ["L-OR-COVERAGE"] = ("This coverage cannot be ordered: the parent needs a cost, enough income and a cost that is reasonable, and two parents may be equally near. Let the rule decide, choose the other parent, or say that a higher cost is justified.", "Esta cobertura no se puede ordenar: hacen falta un costo, ingresos suficientes y un costo razonable, y puede haber empate entre los padres. Deje que decida la regla, elija al otro, o diga que se justifica un costo mayor."),
    };
}
