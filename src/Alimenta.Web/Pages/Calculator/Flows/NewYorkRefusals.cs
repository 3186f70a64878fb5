using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator.Flows;

/// <summary>What New York's rule refuses, in plain words.</summary>
internal static class NewYorkRefusals
{
    public static IReadOnlyDictionary<string, Phrase> Words { get; } = new Dictionary<string, Phrase>(StringComparer.Ordinal)
    {
        ["L-NY-NO-CHILD"] = ("Name at least one child and say with whom the child lives.", "Indique al menos un niño y con quién vive."),
        ["L-NY-CARETAKER children"] = ("Some children live with someone else and others with a parent. Calculate the children with someone else by themselves.", "Unos niños viven con otra persona y otros con un padre o madre. Calcule aparte a los que viven con otra persona."),
        ["L-NY-CARETAKER"] = ("Someone else is said to pay, but no child lives with someone else. Correct who pays, or with whom the children live.", "Se dice que paga otra persona, pero ningún niño vive con otra persona. Corrija quién paga, o con quién viven los niños."),
        ["L-NY-BORN"] = ("This day of birth is after the day of the calculation. Correct it.", "Esta fecha de nacimiento es posterior a la fecha del cálculo. Corríjala."),
        ["L-NY-GROWN"] = ("This child is grown on the day of the calculation: the duty to support has ended. Take the child out.", "Este hijo ya es adulto en la fecha del cálculo: la obligación terminó. Quítelo."),
        ["L-NY-ONCE"] = ("Give the amount of a year.", "Dé el monto de un año."),
        ["L-NY-MAINTENANCE"] = ("Maintenance between these parents is asked for in a step of its own, and only a parent pays it.", "La manutención entre estos padres se pregunta en un paso aparte, y solo la paga un padre o madre."),
        ["L-NY-IMPUTED"] = ("Say why a court would count this although it is not paid.", "Diga por qué un tribunal contaría esto aunque no se pague."),
        ["L-NY-FICA-TWICE"] = ("The tax was entered and is also to be worked out. Keep one of the two.", "El impuesto ya se indicó y también se pide calcularlo. Deje uno de los dos."),
        ["L-NOT-COVERED fica_from"] = ("The figures for this tax are not recorded for this year. Enter the tax that was paid instead.", "Las cifras de este impuesto no están registradas para este año. Indique el impuesto que se pagó."),
        ["L-NY-INCARCERATED"] = ("Former income is not counted while a parent is incarcerated, except for not paying support or an offense against the family. Take it out, or correct why the parent is incarcerated.", "El ingreso anterior no cuenta mientras está encarcelado, salvo por no pagar manutención o por un delito contra la familia. Quítelo, o corrija el motivo."),
        ["L-NY-PLAN-TWICE"] = ("This plan stands twice. Name each plan once, with the one who carries it.", "Este plan aparece dos veces. Indique cada plan una vez, con quien lo tiene."),
        ["L-NY-CASH-MEDICAL"] = ("Cash medical support is for one parent who does not have the children, and only where no insurance is available. Leave this part empty, or take out the plan.", "La manutención médica en efectivo es de un solo padre o madre sin los niños, y solo si no hay seguro. Deje vacía esta parte, o quite el plan."),
        ["L-NY-PERCENTAGE"] = ("A percentage of the court's own is for five or more children only, and not below the least one of the law. Correct it, or leave it empty.", "Un porcentaje del tribunal es solo para cinco niños o más, y no menor que el de la ley. Corríjalo, o déjelo vacío."),
        ["L-NY-EQUAL"] = ("Time and incomes are equal, so no rule says who is the custodial parent. Choose what the court decided.", "El tiempo y los ingresos son iguales, y ninguna regla dice quién tiene la custodia. Elija lo que decidió el tribunal."),
        ["L-NY-REASONS"] = ("Write down the reasons, or leave the whole part empty.", "Escriba las razones, o deje vacía toda esta parte."),
        ["L-NY-FACTORS"] = ("Tick at least one factor that the court weighed.", "Marque al menos un factor que consideró el tribunal."),
        ["L-NY-ABOVE-CAP"] = ("This decision does not fit: combined income must be above the cap, an amount goes with its method and one payer, and a bound with the percentage and above the cap. Correct it, or leave the whole part empty.", "Esta decisión no encaja: los ingresos deben superar el tope, un monto va con su método y un solo pagador, y un límite con el porcentaje y sobre el tope. Corríjala, o deje vacía toda esta parte."),
        ["L-NY-BELOW-POVERTY"] = ("No income falls below the poverty guideline, so there is no least amount to replace. Leave this part empty.", "Ningún ingreso baja de la guía de pobreza, así que no hay mínimo que reemplazar. Deje vacía esta parte."),
        ["L-NY-DEVIATION"] = ("Another amount takes the place of one parent's support, but here not exactly one parent pays. Leave this part empty.", "Otro monto reemplaza la manutención de un padre o madre, pero aquí no paga exactamente uno. Deje vacía esta parte."),
    };
}
