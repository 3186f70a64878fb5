using Alimenta.Law.Guidelines;

namespace Alimenta.Web.Components.Worksheets;

/// <summary>Words beside the lines of New York's calculation, numbered by the paragraphs of the statute.</summary>
internal static class NewYorkLines
{
    private static readonly Phrase Income = ("Income: paragraph (b)(5)", "Ingresos: párrafo (b)(5)");
    private static readonly Phrase Basic = ("Basic support: paragraphs (b)(3), (c)(2), (c)(3)", "Manutención básica: párrafos (b)(3), (c)(2), (c)(3)");
    private static readonly Phrase Low = ("Low income: paragraph (d)", "Ingresos bajos: párrafo (d)");
    private static readonly Phrase Costs = ("Costs of the children: paragraphs (c)(4) to (c)(7)", "Gastos de los niños: párrafos (c)(4) a (c)(7)");
    private static readonly Phrase Total = ("All that is paid", "Todo lo que se paga");

    // Where a label ends with someone's name, its words stand under the label without it.
    private static readonly (string En, string Es)[] People = [("Parent A", "el Progenitor A"), ("Parent B", "el Progenitor B"), ("the caretaker", "el cuidador")];

    private const string Premium = "Share of the premium of ";
    private const string ToWhom = ", for a year, owed to ";

    /// <summary>All of them.</summary>
    public static StateLines Words { get; } = new(("New York child support calculation, lines by paragraph of FCA 413(1) and DRL 240(1-b)", "Cálculo de manutención de Nueva York, renglones por párrafo de FCA 413(1) y DRL 240(1-b)"),
        PartOf, WordsOf, WhyOf);

    private static (int, Phrase) PartOf(WorksheetLine line) => (0, line.Number switch
    {
        "(b)(6)" or "(d)" => Low,
        "(c)" => line.Label == "Basic child support obligation" ? Low : Total,
        "(b)(4)" or "(b)(3)" or "(c)(2)" or "(c)(3)" => Basic,
        var number => number.StartsWith("(b)(5)", StringComparison.Ordinal) ? Income : Costs,
    });

    private static IReadOnlyList<string> WhyOf(string number) => number switch
    {
        "(b)(3)" => ["custody", "basic"],
        "(b)(4)" or "(c)(2)" or "(c)(3)" => ["basic"],
        "(b)(6)" or "(d)" => ["low-income"],
        "(c)" => ["low-income", "order"],
        "(c)(5)(iii)" => ["medical"],
        _ => number.StartsWith("(b)(5)", StringComparison.Ordinal) ? ["income"] : ["add-ons"],
    };

    private static LineWords? WordsOf(string label)
    {
        if (Lines.TryGetValue(label, out var found)) return found;
        if (label.StartsWith("Less: ", StringComparison.Ordinal) && WordsOf(label[6..]) is { } less) return less with { Es = $"Menos: {less.Es}" };
        // The name of the plan is what a person typed.
        if (label.StartsWith(Premium, StringComparison.Ordinal) && label.LastIndexOf(ToWhom, StringComparison.Ordinal) is >= 0 and var end)
            foreach (var (en, es) in People)
                if (label[(end + ToWhom.Length)..] == en) return Shared($"Parte de la prima de {label[Premium.Length..end]}, al año, {To(es)}");
        foreach (var (en, es) in People)
            if (label.EndsWith(en, StringComparison.Ordinal) && Lines.TryGetValue(label[..^en.Length], out var about)) return about with { Es = about.Es.EndsWith(", a ", StringComparison.Ordinal) ? about.Es[..^2] + To(es) : about.Es + es };
        return null;
    }

    // El Progenitor A is paid: al Progenitor A.
    private static string To(string who) => "al" + who[2..];

    private static LineWords Shared(string es) => new(es, ("The cost of the year times the income share of the parent who owes it, not rounded before.", "El costo del año por la parte de ingresos de quien la debe, sin redondear antes."));

    private static LineWords Stated(string es) => new(es, ("As stated, for a year.", "Según lo indicado, al año."));

    private static readonly Dictionary<string, LineWords> Lines = new(StringComparer.Ordinal)
    {
        ["Gross income as on the federal tax return"] = Stated("Ingreso bruto como en la declaración federal de impuestos"),
        ["Net investment income"] = Stated("Ingreso neto de inversiones"),
        ["Income voluntarily deferred"] = Stated("Ingreso aplazado voluntariamente"),
        ["Workers' compensation"] = Stated("Compensación por accidente laboral"),
        ["Disability benefits"] = Stated("Beneficios por discapacidad"),
        ["Unemployment insurance benefits"] = Stated("Beneficios por desempleo"),
        ["Social Security benefits"] = Stated("Beneficios del Seguro Social"),
        ["Veterans' benefits"] = Stated("Beneficios de veteranos"),
        ["Pensions and retirement benefits"] = Stated("Pensiones y jubilación"),
        ["Fellowships and stipends"] = Stated("Becas y estipendios"),
        ["Annuity payments"] = Stated("Pagos de anualidades"),
        ["Maintenance to be received in this case"] = Stated("Manutención conyugal que se recibirá en este caso"),
        ["Imputed from assets that bring no income"] = Stated("Atribuido: bienes que no producen ingresos"),
        ["Imputed: meals, lodging, car and other perquisites of the job"] = Stated("Atribuido: comidas, vivienda, auto y otras ventajas del empleo"),
        ["Imputed: fringe benefits"] = Stated("Atribuido: prestaciones del empleo"),
        ["Imputed: money, goods or services from relatives and friends"] = Stated("Atribuido: dinero, bienes o servicios de parientes y amigos"),
        ["Imputed: former income or resources, reduced to avoid support"] = Stated("Atribuido: ingresos anteriores, reducidos para evitar la manutención"),
        ["Depreciation above the straight-line method"] = Stated("Depreciación superior a la lineal"),
        ["Entertainment and travel that lower personal spending"] = Stated("Entretenimiento y viajes que reducen gastos personales"),
        ["Unreimbursed employee business expenses"] = Stated("Gastos de empleo no reembolsados"),
        ["Maintenance paid to a spouse not in this case"] = Stated("Manutención pagada a un cónyuge ajeno a este caso"),
        ["Maintenance paid to the other parent in this case"] = Stated("Manutención pagada al otro padre o madre en este caso"),
        ["Child support paid for other children by order or agreement"] = Stated("Manutención pagada por otros hijos por orden o acuerdo"),
        ["Public assistance"] = Stated("Asistencia pública"),
        ["Supplemental Security Income"] = Stated("Seguridad de Ingreso Suplementario (SSI)"),
        ["New York City or Yonkers income tax paid"] = Stated("Impuesto de la ciudad de Nueva York o Yonkers pagado"),
        ["FICA paid"] = Stated("FICA pagado"),
        ["Income before deductions"] = new("Ingresos antes de deducciones", ("All items added.", "Suma de todas las partidas.")),
        ["Deductions"] = new("Deducciones", ("All items that begin with less, added.", "Suma de todas las partidas que empiezan con menos.")),
        ["Income"] = new("Ingresos", ("Income before deductions less deductions, not below nothing.", "Ingresos antes de deducciones menos deducciones, no menos de cero.")),
        ["Combined parental income"] = new("Ingresos combinados de los padres", ("The income of both parents added.", "Suma de los ingresos de ambos padres.")),
        ["Share of combined parental income"] = new("Parte de los ingresos combinados", ("The income of the parent divided by the combined income; amounts are worked out with the fraction, not with this figure.", "El ingreso del padre o madre dividido entre el combinado; los montos se calculan con la fracción, no con esta cifra.")),
        ["Cap"] = new("Tope", ("Set by law for the day of the calculation.", "Lo fija la ley para el día del cálculo.")),
        ["Combined income up to the cap"] = new("Ingresos combinados hasta el tope", ("Combined parental income, but not more than the cap.", "Los ingresos combinados, pero no más que el tope.")),
        ["Combined income above the cap"] = new("Ingresos combinados sobre el tope", ("Combined parental income less the cap.", "Los ingresos combinados menos el tope.")),
        ["Decision above the cap"] = new("Decisión sobre el tope", ("For the court: the law gives no formula.", "La toma el tribunal: la ley no da fórmula.")),
        ["Child support percentage"] = new("Porcentaje de manutención", ("Set by law for the number of children.", "Lo fija la ley según el número de niños.")),
        ["Obligation of both parents up to the cap"] = new("Obligación de ambos padres hasta el tope", ("The percentage of combined income up to the cap.", "El porcentaje de los ingresos combinados hasta el tope.")),
        ["Share of the obligation up to the cap"] = new("Parte de la obligación hasta el tope", ("That obligation times the parent's income divided by the combined income.", "Esa obligación por el ingreso del padre o madre dividido entre el combinado.")),
        ["Share above the cap, as decided"] = new("Parte sobre el tope, según lo decidido", ("As the court decided.", "Según decidió el tribunal.")),
        ["Income less the obligation"] = new("Ingresos menos la obligación", ("What would be left to the parent.", "Lo que le quedaría al padre o madre.")),
        ["Poverty income guideline for one person"] = new("Guía federal de pobreza para una persona", ("As published for the day of the calculation.", "Según se publicó para el día del cálculo.")),
        ["Self-support reserve"] = new("Reserva para el propio sustento", ("As published for the day of the calculation.", "Según se publicó para el día del cálculo.")),
        ["Below the poverty income guideline"] = new("Debajo de la guía de pobreza", ("Whether less than the guideline would be left.", "Si quedaría menos que la guía.")),
        ["Below the self-support reserve, not below the guideline"] = new("Debajo de la reserva, no de la guía", ("Whether less than the reserve, but not less than the guideline, would be left.", "Si quedaría menos que la reserva, pero no menos que la guía.")),
        ["Basic child support obligation"] = new("Obligación básica de manutención", ("The shares added, or the amount that the rules for low income set.", "La suma de las partes, o el monto que fijan las reglas de ingresos bajos.")),
        ["Share of health costs that no insurance pays"] = new("Parte de los gastos médicos que ningún seguro paga", ("The share of combined income.", "La parte de los ingresos combinados.")),
        ["Children with "] = new("Niños con ", ("As stated.", "Según lo indicado.")),
        ["Share of child care, for a year, owed to "] = Shared("Parte del cuidado de niños, al año, a "),
        ["Share of child care while seeking work, for a year, owed to "] = Shared("Parte del cuidado de niños al buscar trabajo, al año, a "),
        ["Share of education, for a year, owed to "] = Shared("Parte de la educación, al año, a "),
        ["Cash medical support, for a year, owed to "] = new("Manutención médica en efectivo, al año, a ", ("The lesser of the contribution, the premium and what the income of the parent allows.", "El menor entre la contribución, la prima y lo que permite el ingreso del padre o madre.")),
        ["All that is paid to the caretaker in a year"] = new("Todo lo que se paga al cuidador al año", ("The lines of the order added and set off against one another.", "Los renglones de la orden, sumados y compensados entre sí.")),
        ["All that is paid to Parent A in a year"] = new("Todo lo que se paga al año al Progenitor A", ("The lines of the order added and set off against one another.", "Los renglones de la orden, sumados y compensados entre sí.")),
        ["All that is paid to Parent B in a year"] = new("Todo lo que se paga al año al Progenitor B", ("The lines of the order added and set off against one another.", "Los renglones de la orden, sumados y compensados entre sí.")),
        ["In a month, to "] = new("Al mes, a ", ("Each line rounded from the exact figure of the year, then added.", "Cada renglón redondeado de la cifra exacta del año, y luego sumado.")),
        ["In a week, to "] = new("A la semana, a ", ("Each line rounded from the exact figure of the year, then added.", "Cada renglón redondeado de la cifra exacta del año, y luego sumado.")),
    };
}
