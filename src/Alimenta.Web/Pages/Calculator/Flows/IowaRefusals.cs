using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator.Flows;

/// <summary>What Iowa's rule refuses, in plain words.</summary>
internal static class IowaRefusals
{
    public static IReadOnlyDictionary<string, Phrase> Words { get; } = new Dictionary<string, Phrase>(StringComparer.Ordinal)
    {
        ["L-IA-CHILDREN"] = ("Give the day of birth of at least one child, and who has care.", "Indique la fecha de nacimiento de al menos un niño, y quién lo cuida."),
        ["L-IA-CHILD-TWICE"] = ("Two children have the same name. Give each a name or letter of its own.", "Dos niños tienen el mismo nombre. Dé a cada uno un nombre o letra propia."),
        ["L-IA-BORN"] = ("This day of birth is after the day of the calculation. Correct one of the two.", "Esta fecha de nacimiento es posterior a la fecha del cálculo. Corrija una de las dos."),
        ["L-IA-CARE-MIXED"] = ("Some children are in joint physical care and others with one parent. The rule does not say how to join the two: calculate each group by itself.", "Unos niños están en cuidado compartido y otros con un solo padre o madre. La regla no dice cómo unirlos: calcule cada grupo aparte."),
        ["L-IA-CLAIM"] = ("Say which parent takes this child as a dependent for taxes, as the decree says.", "Diga qué padre o madre declara a este niño como dependiente, según la sentencia."),
        ["L-IA-ORDER-DATE"] = ("This order is dated after the day of the calculation. Correct the day.", "Esta orden es posterior a la fecha del cálculo. Corrija la fecha."),
        ["L-IA-OVERNIGHTS"] = ("A year has not so many nights. Correct the number.", "Un año no tiene tantas noches. Corrija el número."),
        ["L-IA-OVERNIGHTS-EQUAL"] = ("This is equal time or more, but one parent is said to have physical care alone. Choose joint physical care, or correct the nights.", "Esto es la mitad del tiempo o más, pero se dice que uno solo tiene el cuidado físico. Elija cuidado compartido, o corrija las noches."),
        ["L-IA-OVERNIGHTS-SPLIT"] = ("When each parent has care of some children, the rule knows no credit for visits. Leave the nights empty.", "Si cada uno cuida a algunos niños, la regla no da crédito por visitas. Deje vacías las noches."),
        ["L-IA-NET-TWICE"] = ("Give either the net income that was found, or the incomes, not both.", "Dé el ingreso neto ya determinado, o los ingresos, pero no ambos."),
        ["L-IA-NET-SOURCE"] = ("Say where the net income was found, such as a decree.", "Diga dónde se determinó el ingreso neto, por ejemplo una sentencia."),
        ["L-IA-NET-ABOVE-GROSS"] = ("Net income is above gross income. Correct one of the two.", "El ingreso neto supera al bruto. Corrija uno de los dos."),
        ["L-IA-SURTAX"] = ("A surtax is at most the whole tax. Write a percentage, such as 6.", "El recargo es a lo sumo todo el impuesto. Escriba un porcentaje, como 6."),
        ["L-IA-IMPUTED"] = ("Imputed income needs the written finding. Write it, or say that both agree.", "El ingreso atribuido necesita la determinación escrita. Escríbala, o diga que ambos están de acuerdo."),
        ["L-IA-EXPENSES"] = ("Business expenses go with self-employment only. Take them out, or correct what the income is.", "Los gastos del negocio van solo con el trabajo propio. Quítelos, o corrija qué ingreso es."),
        ["L-IA-SPOUSAL-ABOVE"] = ("The spousal support that this parent pays is above all income. Correct one of the two.", "La manutención conyugal que paga supera todo su ingreso. Corrija uno de los dos."),
        ["L-IA-CHILD-CARE"] = ("Only a parent with sole physical care deducts child care. Take the cost out, or correct who has care.", "Solo quien tiene el cuidado físico por sí solo deduce el cuidado de niños. Quite el costo, o corrija quién los cuida."),
        ["L-IA-CHILD-CARE-SPLIT"] = ("When each parent has care of some children, the rule knows no such raise. Leave it empty: the cost is then deducted.", "Si cada uno cuida a algunos niños, la regla no conoce ese aumento. Déjelo vacío: entonces el costo se deduce."),
        ["L-IA-CHILD-CARE-AGE"] = ("A child of this age is too old for it, unless there is a reason. Leave the child out, or say why care is needed.", "Un niño de esta edad ya no cuenta, salvo con una razón. Quítelo, o diga por qué necesita cuidado."),
        ["L-IA-CHILD-UNKNOWN"] = ("A child is ticked who is not among the children any more. Tick again.", "Se marcó un niño que ya no está entre los niños. Marque de nuevo."),
        ["L-IA-PREMIUM"] = ("The premium for the parent alone is above that with the children. Correct one of the two.", "La prima del padre o madre solo supera la prima con los niños. Corrija una de las dos."),
        ["L-IA-PREMIUM-TWICE"] = ("Two plans cover the same child. Keep the plan that is ordered, or tick which children each covers.", "Dos planes cubren al mismo niño. Deje el plan que se ordena, o marque a quién cubre cada uno."),
        ["L-IA-VARIANCE-FINDING"] = ("This needs a written finding. Write it, or leave the whole part empty.", "Esto necesita una determinación escrita. Escríbala, o deje vacía toda esta parte."),
        ["L-IA-TOO-LARGE"] = ("This is more than can be right. Correct it.", "Esto es más de lo que puede ser. Corríjalo."),
        ["L-IA-SCHEDULE-ROW"] = ("The amount for these incomes is not known here: of Iowa's official schedule only a part is recorded, and no amount is made up for a row that is missing. Ask the Iowa child support office, or the office that runs this page to load the whole schedule.", "El monto para estos ingresos no se conoce aquí: solo está registrada una parte de la tabla oficial de Iowa, y no se inventa un monto para una fila que falta. Pregunte en la oficina de manutención de Iowa, o pida a la oficina de esta página que cargue toda la tabla."),
    };
}
