using Alimenta.Law.Guidelines;

namespace Alimenta.Web.Components.Worksheets;

/// <summary>Words beside the lines of Iowa's worksheet: forms 1 and 2 of rule 9.27; below line K of form 2 the numbers are ours.</summary>
internal static class IowaLines
{
    private static readonly Dictionary<char, Phrase> Parts = new()
    {
        ['1'] = ("Form 1: taxes of a year by the guideline method", "Formulario 1: impuestos del año según el método de la guía"),
        ['2'] = ("Form 2: net income of a month", "Formulario 2: ingreso neto del mes"),
        ['3'] = ("Adjusted net income and shares", "Ingreso neto ajustado y partes"),
        ['4'] = ("Basic support obligation", "Obligación básica de manutención"),
        ['5'] = ("Extraordinary visitation credit", "Crédito por visitas extraordinarias"),
        ['6'] = ("Health insurance", "Seguro médico"),
        ['7'] = ("Support", "Manutención"),
        ['8'] = ("Medical costs that no plan pays", "Gastos médicos que ningún plan paga"),
    };

    /// <summary>All of them.</summary>
    public static StateLines Words { get; } = new(("Iowa child support worksheet, lines as in forms 1 and 2 of Court Rule 9.27", "Hoja de cálculo de Iowa, renglones como en los formularios 1 y 2 de la Regla 9.27"),
        PartOf, WordsOf, WhyOf);

    // The rule works through each parent before the next; the forms stand one after the other.
    private static (int, Phrase) PartOf(WorksheetLine line) => (line.Number[0], Parts[line.Number[0]]);

    private static LineWords? WordsOf(string label) => Lines.GetValueOrDefault(label);

    private static IReadOnlyList<string> WhyOf(string number) => number[0] switch
    {
        '1' or '2' => ["gross", "net"],
        '3' => ["net", "medical"],
        '6' or '8' => ["medical", "support"],
        _ => ["support"],
    };

    private static LineWords Stated(string es) => new(es, ("As stated.", "Según lo indicado."));

    private static readonly Dictionary<string, LineWords> Lines = new(StringComparer.Ordinal)
    {
        ["Filing status by the rule"] = new("Estado civil tributario según la regla", ("Set by the rule from marriage and care of a child; it may differ from the real one.", "Lo fija la regla según el matrimonio y el cuidado de un niño; puede diferir del real.")),
        ["Dependent children"] = new("Niños dependientes", ("Children whom this parent takes as dependents.", "Niños que este padre o madre declara como dependientes.")),
        ["Income of a year that is taxed"] = new("Ingreso del año que paga impuestos", ("The taxed part of line 2-A, times twelve.", "La parte del renglón 2-A que paga impuestos, por doce.")),
        ["Federal tax of a year"] = new("Impuesto federal del año", ("By the tables of the year for the filing status of line 1-0, less the credit for children.", "Según las tablas del año para el estado del renglón 1-0, menos el crédito por hijos.")),
        ["Iowa tax of a year"] = new("Impuesto de Iowa del año", ("By the tables of the year, with any school district surtax.", "Según las tablas del año, con el recargo del distrito escolar si lo hay.")),
        ["Social Security and Medicare, or mandatory pension, of a year"] = new("Seguro Social y Medicare, o pensión obligatoria, del año", ("By the rates of the year, or the pension up to the employee's rate.", "Según las tasas del año, o la pensión hasta la tasa del empleado.")),
        ["Where the income is taken from"] = Stated("De dónde se toma el ingreso"),
        ["Gross monthly income"] = new("Ingreso bruto mensual", ("All incomes that count, each made an amount of a month, with spousal support.", "Todos los ingresos que cuentan, cada uno llevado a un mes, con la manutención conyugal.")),
        ["Net monthly income as stated"] = Stated("Ingreso neto mensual según lo indicado"),
        ["Taxes by the agency's estimate, in place of lines B to D"] = new("Impuestos según el estimado de la agencia, en lugar de B a D", ("The agency's share of gross income.", "La parte del ingreso bruto que usa la agencia.")),
        ["Federal tax"] = new("Impuesto federal", ("Line 1-B divided by twelve.", "Renglón 1-B dividido entre doce.")),
        ["Iowa tax"] = new("Impuesto de Iowa", ("Line 1-C divided by twelve.", "Renglón 1-C dividido entre doce.")),
        ["Social Security and Medicare, or mandatory pension"] = new("Seguro Social y Medicare, o pensión obligatoria", ("Line 1-D divided by twelve.", "Renglón 1-D dividido entre doce.")),
        ["Mandatory occupational license fees"] = Stated("Licencias profesionales obligatorias"),
        ["Union dues"] = Stated("Cuotas sindicales"),
        ["Health insurance premium for other children"] = Stated("Prima de seguro médico por otros hijos"),
        ["Cash medical support and prior child support paid for other children"] = new("Manutención médica y manutención previa pagada por otros hijos", ("What is actually paid under orders older than that of this case and shown for long enough.", "Lo que realmente se paga por órdenes anteriores a la de este caso, comprobado por tiempo suficiente.")),
        ["Qualified additional dependent deduction"] = new("Deducción por dependientes adicionales", ("A share of line 2-A by number of dependents, up to a limit.", "Una parte del renglón 2-A según el número de dependientes, hasta un límite.")),
        ["Child care of the parent with physical care"] = new("Cuidado de niños de quien tiene el cuidado físico", ("As stated, unless a variance is granted for it.", "Según lo indicado, salvo que se conceda una variación.")),
        ["Preliminary net monthly income"] = new("Ingreso neto mensual preliminar", ("Line 2-A less lines 2-B to 2-J, not below nothing.", "Renglón 2-A menos los renglones 2-B a 2-J, no menos de cero.")),
        ["Cash medical support of this case"] = new("Manutención médica en efectivo de este caso", ("A share of gross income when no plan at reasonable cost is at hand.", "Una parte del ingreso bruto si no hay un plan a costo razonable.")),
        ["Adjusted net monthly income"] = new("Ingreso neto mensual ajustado", ("Line 2-K less line 3-A.", "Renglón 2-K menos renglón 3-A.")),
        ["Share of both incomes"] = new("Parte de ambos ingresos", ("Line 3-B divided by line 3-D; amounts are worked out with the fraction.", "Renglón 3-B dividido entre el renglón 3-D; los montos se calculan con la fracción.")),
        ["Adjusted net monthly income of both"] = new("Ingreso neto mensual ajustado de ambos", ("Line 3-B of both parents added.", "Suma del renglón 3-B de ambos padres.")),
        ["Area of the schedule"] = new("Área de la tabla", ("A, B or C by the own income of the parent who pays.", "A, B o C según el propio ingreso de quien paga.")),
        ["Schedule amount for this parent's income alone"] = new("Monto de la tabla solo por el ingreso de este padre o madre", ("The schedule for line 3-B and the number of children.", "La tabla para el renglón 3-B y el número de niños.")),
        ["Schedule amount for both incomes"] = new("Monto de la tabla por ambos ingresos", ("The schedule for line 3-D and the number of children.", "La tabla para el renglón 3-D y el número de niños.")),
        ["Share of it"] = new("Parte de ese monto", ("Line 4-C times line 3-C, not rounded.", "Renglón 4-C por renglón 3-C, sin redondear.")),
        ["Obligation in joint physical care"] = new("Obligación en cuidado físico compartido", ("Line 4-C raised for two homes, times the share of income, for half of the time.", "Renglón 4-C aumentado por dos hogares, por la parte de ingresos, por la mitad del tiempo.")),
        ["Obligation for the children with the other parent"] = new("Obligación por los niños que están con el otro", ("Worked out for the number of children with the other parent.", "Calculada por el número de niños que están con el otro padre o madre.")),
        ["Court-ordered overnights of a year"] = Stated("Noches al año ordenadas por el tribunal"),
        ["Extraordinary visitation credit"] = new("Crédito por visitas extraordinarias", ("By the number of overnights on line 5-A.", "Según el número de noches del renglón 5-A.")),
        ["Credit"] = new("Crédito", ("Line 5-B of the obligation, but support does not go below the minimum order.", "El renglón 5-B de la obligación, sin que la manutención baje de la orden mínima.")),
        ["Children's part of the health insurance premium"] = new("Parte de los niños en la prima del seguro", ("The family premium less that for the parent alone.", "La prima familiar menos la del padre o madre solo.")),
        ["Reasonable cost"] = new("Costo razonable", ("A share of gross income.", "Una parte del ingreso bruto.")),
        ["Health insurance added, or credited to the one who pays it"] = new("Seguro médico sumado, o acreditado a quien lo paga", ("The share of the other's premium less the other's share of one's own.", "La parte de la prima del otro menos la parte del otro en la propia.")),
        ["Share of the other parent's premium, less the other's share of one's own"] = new("Parte de la prima del otro, menos la parte del otro en la propia", ("Premiums shared by line 3-C and set off.", "Primas repartidas según el renglón 3-C y compensadas.")),
        ["Amount before rounding"] = new("Monto antes de redondear", ("The obligation less the credit, with the health insurance.", "La obligación menos el crédito, con el seguro médico.")),
        ["Difference before rounding"] = new("Diferencia antes de redondear", ("The two obligations set off against one another.", "Las dos obligaciones compensadas entre sí.")),
        ["Guideline amount"] = new("Monto de la guía", ("Line 7-A to the whole dollar.", "Renglón 7-A al dólar entero.")),
        ["Guideline amount, not offset"] = new("Monto de la guía, sin compensar", ("Each obligation to the whole dollar: public money is paid for the children.", "Cada obligación al dólar entero: se paga dinero público por los niños.")),
        ["Variance for child care"] = new("Variación por cuidado de niños", ("As granted, up to the income share of the cost.", "Según lo concedido, hasta la parte de ingresos del costo.")),
        ["Amount to be ordered"] = new("Monto que se ordenará", ("Line 7-B, or what a variance puts in its place.", "Renglón 7-B, o lo que ponga en su lugar una variación.")),
        ["Foster care amount of a week"] = new("Monto semanal de hogar de acogida", ("Line 7-D by the weekly factor, to the whole dollar.", "Renglón 7-D según el factor semanal, al dólar entero.")),
        ["Uncovered medical costs of a calendar year that this parent pays first"] = new("Gastos médicos del año calendario que este paga primero", ("An amount for each child, up to a limit for all.", "Un monto por cada niño, hasta un límite por todos.")),
        ["Share of uncovered medical costs"] = new("Parte de los gastos médicos no cubiertos", ("The share of both incomes.", "La parte de ambos ingresos.")),
        ["Share of the uncovered medical costs above it"] = new("Parte de los gastos médicos no cubiertos que lo superan", ("The share of both incomes.", "La parte de ambos ingresos.")),
    };
}
