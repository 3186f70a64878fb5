using Alimenta.Law.Guidelines;

namespace Alimenta.Web.Components.Worksheets;

/// <summary>Words beside the lines of Oregon's worksheet CSF 02 0910.</summary>
internal static class OregonLines
{
    private static readonly Dictionary<char, Phrase> Parts = new()
    {
        ['1'] = ("1. Income", "1. Ingresos"),
        ['2'] = ("2. Basic support obligation", "2. Obligación básica de manutención"),
        ['3'] = ("3. Child care", "3. Cuidado de los niños"),
        ['4'] = ("4. Health coverage", "4. Cobertura médica"),
        ['5'] = ("5. Cash medical support", "5. Manutención médica en efectivo"),
        ['6'] = ("6. Credits", "6. Créditos"),
        ['7'] = ("7. Who pays", "7. Quién paga"),
        ['8'] = ("8. Minimum order and benefits", "8. Orden mínima y beneficios"),
        ['9'] = ("9. Support", "9. Manutención"),
    };

    private static readonly Phrase Agreement = ("10. Agreed amount", "10. Monto acordado");

    /// <summary>All of them.</summary>
    public static StateLines Words { get; } = new(("Oregon child support worksheet, lines as in form CSF 02 0910", "Hoja de cálculo de Oregon, renglones como en el formulario CSF 02 0910"),
        PartOf, WordsOf, WhyOf);

    private static LineWords? WordsOf(string label) => Lines.GetValueOrDefault(label);

    // The steps of a worksheet bear the number of its part; those of a rebuttal or an agreement are named.
    private static IReadOnlyList<string> WhyOf(string number) => number switch
    {
        "10a" or "10b" or "10c" or "R11c" => ["agreement"],
        "rebuttal-income" or "rebuttal-costs" or "rebuttal-credit" => ["rebuttal"],
        _ => [number[..1]],
    };

    private static (int, Phrase) PartOf(WorksheetLine line) => (0, line.Number switch
    {
        "rebuttal-income" => Parts['1'],
        "rebuttal-costs" => Parts['3'],
        "rebuttal-credit" => Parts['6'],
        "10a" or "10b" or "10c" or "R11c" => Agreement,
        var number => Parts[number[0]],
    });

    private static readonly Dictionary<string, LineWords> Lines = new(StringComparer.Ordinal)
    {
        ["Income"] = new("Ingresos", ("Gross income of a month, actual and potential.", "Ingreso bruto de un mes, real y potencial.")),
        ["Income after additions and subtractions"] = new("Ingresos después de sumas y restas", ("Line 1a, plus spousal support owed to the parent, less spousal support the parent owes, mandatory union dues and the parent's own health insurance.", "Renglón 1a, más la manutención conyugal que se debe al padre o madre, menos la que debe, las cuotas sindicales obligatorias y su propio seguro médico.")),
        ["Non-joint children"] = new("Hijos que no son de ambos", ("Children of this parent only who live in the household or for whom support is ordered.", "Hijos solo de este padre o madre que viven en el hogar o por los que hay una orden de manutención.")),
        ["Joint minor children"] = new("Hijos menores de ambos", ("As stated.", "Según lo indicado.")),
        ["Joint children attending school"] = new("Hijos de ambos que estudian", ("As stated: from 18 to 20.", "Según lo indicado: de 18 a 20 años.")),
        ["All children"] = new("Todos los hijos", ("Lines 1c, 1d and 1e added.", "Suma de los renglones 1c, 1d y 1e.")),
        ["Deduction for non-joint children"] = new("Deducción por hijos que no son de ambos", ("The scale amount for line 1b and all children of line 1f, divided by line 1f, times line 1c.", "El monto de la tabla para el renglón 1b y los hijos del renglón 1f, dividido entre el renglón 1f, por el renglón 1c.")),
        ["Change of income by the rebuttal"] = new("Cambio de ingresos por la refutación", ("As stated in the rebuttal.", "Según la refutación.")),
        ["Adjusted income"] = new("Ingreso ajustado", ("Line 1b less line 1g, not below nothing; the total is that of both parents.", "Renglón 1b menos renglón 1g, no menos de cero; el total es el de ambos padres.")),
        ["Share of income"] = new("Parte de los ingresos", ("Line 1h divided by the total of line 1h, to four places.", "Renglón 1h dividido entre el total del renglón 1h, con cuatro decimales.")),
        ["Income available for support"] = new("Ingreso disponible para manutención", ("Line 1h less the self-support reserve, not below nothing.", "Renglón 1h menos la reserva para el propio sustento, no menos de cero.")),
        ["Basic support obligation from the scale"] = new("Obligación básica según la tabla", ("The row of the scale at or below the total of line 1h, in the column for the number of joint children.", "La fila de la tabla igual o inferior al total del renglón 1h, en la columna del número de hijos de ambos.")),
        ["Basic support obligation after the self-support reserve"] = new("Obligación básica después de la reserva", ("Line 2a times line 1i, but not more than line 1j.", "Renglón 2a por renglón 1i, pero no más que el renglón 1j.")),
        ["Child care costs paid"] = new("Costos de cuidado de niños pagados", ("What each one pays for children under the age limit or disabled, up to the most the rule allows.", "Lo que paga cada uno por niños menores de la edad límite o con discapacidad, hasta el máximo que permite la regla.")),
        ["Income available for child care"] = new("Ingreso disponible para cuidado de niños", ("Line 1j less line 2b.", "Renglón 1j menos renglón 2b.")),
        ["Share of child care costs"] = new("Parte de los costos de cuidado de niños", ("Line 1i times all of line 3a, but not more than line 3b; not rounded.", "Renglón 1i por todo el renglón 3a, pero no más que el renglón 3b; sin redondear.")),
        ["Support after child care"] = new("Manutención después del cuidado de niños", ("Line 2b plus line 3c.", "Renglón 2b más renglón 3c.")),
        ["Share of special costs"] = new("Parte de los costos especiales", ("The share by line 1i of the special costs of the rebuttal, up to what is available.", "La parte según el renglón 1i de los costos especiales de la refutación, hasta lo disponible.")),
        ["Cost of health coverage for the children"] = new("Costo de la cobertura médica de los hijos", ("As stated; none when no coverage can be had.", "Según lo indicado; ninguno si no se puede obtener cobertura.")),
        ["Income available for health coverage"] = new("Ingreso disponible para cobertura médica", ("Line 1j less line 3d.", "Renglón 1j menos renglón 3d.")),
        ["Reasonable cost"] = new("Costo razonable", ("A share of line 1h, but not more than line 4b; nothing for a parent at or below full-time minimum wage.", "Una parte del renglón 1h, pero no más que el renglón 4b; nada para quien gana el salario mínimo de tiempo completo o menos.")),
        ["Coverage can be had at a reasonable cost"] = new("Se puede obtener cobertura a un costo razonable", ("Whether line 4a is stated, is not above the total of line 4c and the parent earns enough, or coverage is free.", "Si el renglón 4a está indicado, no supera el total del renglón 4c y el padre o madre gana lo suficiente, o la cobertura es gratuita.")),
        ["Coverage of both together can be had"] = new("Se puede obtener la cobertura de ambos a la vez", ("The same with both costs added.", "Lo mismo con la suma de ambos costos.")),
        ["Coverage ordered at a higher amount"] = new("Cobertura ordenada por un monto mayor", ("As stated.", "Según lo indicado.")),
        ["Provides coverage"] = new("Provee cobertura", ("Who is chosen, or whom the rule chooses.", "Quien se elige, o a quien elige la regla.")),
        ["Cost of the ordered coverage"] = new("Costo de la cobertura ordenada", ("Line 4a of whoever provides coverage.", "Renglón 4a de quien provee la cobertura.")),
        ["Share of coverage costs"] = new("Parte del costo de la cobertura", ("Line 4c divided by its total, to four places.", "Renglón 4c dividido entre su total, con cuatro decimales.")),
        ["Share of coverage costs in dollars"] = new("Parte del costo de la cobertura en dólares", ("The cost on line 4f times line 4g.", "El costo del renglón 4f por el renglón 4g.")),
        ["Support after health coverage"] = new("Manutención después de la cobertura médica", ("Line 3d plus line 4h.", "Renglón 3d más renglón 4h.")),
        ["Cash medical support"] = new("Manutención médica en efectivo", ("As stated.", "Según lo indicado.")),
        ["Cash medical support in dollars"] = new("Manutención médica en efectivo en dólares", ("Line 4c when line 5a asks for it, else nothing.", "Renglón 4c si el renglón 5a lo pide; si no, nada.")),
        ["Average overnights in a year"] = new("Promedio de noches al año", ("As stated, or averaged over the children and two years.", "Según lo indicado, o el promedio de los niños en dos años.")),
        ["Share of the credit for parenting time"] = new("Parte del crédito por tiempo de crianza", ("The curve of the rule for the nights of line 6a.", "La curva de la regla para las noches del renglón 6a.")),
        ["Credit for parenting time"] = new("Crédito por tiempo de crianza", ("Line 2a for the minor children times line 6b.", "Renglón 2a por los hijos menores, por el renglón 6b.")),
        ["Credit for child care paid"] = new("Crédito por cuidado de niños pagado", ("Line 3a.", "Renglón 3a.")),
        ["Credit for special costs paid"] = new("Crédito por costos especiales pagados", ("The special costs that this parent pays.", "Los costos especiales que paga este padre o madre.")),
        ["Credit for health coverage paid"] = new("Crédito por cobertura médica pagada", ("Line 4a when this parent provides coverage, else nothing.", "Renglón 4a si este padre o madre provee la cobertura; si no, nada.")),
        ["Support after credits"] = new("Manutención después de créditos", ("Line 4i less lines 6c, 6d and 6e; it may be below nothing.", "Renglón 4i menos los renglones 6c, 6d y 6e; puede ser menos de cero.")),
        ["Basic support obligation for minor children"] = new("Obligación básica por hijos menores", ("Line 2b for the minor children; not rounded.", "Renglón 2b por los hijos menores; sin redondear.")),
        ["Net obligation for minor children"] = new("Obligación neta por hijos menores", ("Lines 7a and 3c and the children's part of 4h, less line 6c, 6d and the children's part of 6e; not rounded.", "Renglones 7a y 3c y la parte de los niños del 4h, menos 6c, 6d y la parte de los niños del 6e; sin redondear.")),
        ["Pays for minor children"] = new("Paga por los hijos menores", ("The parent with the higher line 7b; both when the children are with a caretaker.", "El padre o madre con el renglón 7b más alto; ambos si los niños están con un cuidador.")),
        ["Support with medical support"] = new("Manutención con la médica", ("Line 6f plus the higher of lines 6e and 5b.", "Renglón 6f más el mayor de los renglones 6e y 5b.")),
        ["Exception to the minimum order"] = new("Excepción a la orden mínima", ("As stated.", "Según lo indicado.")),
        ["Added for the minimum order"] = new("Agregado para la orden mínima", ("What is missing from line 8a to the minimum order, unless line 8b says yes.", "Lo que le falta al renglón 8a para llegar a la orden mínima, salvo que el renglón 8b diga que sí.")),
        ["Cash support after the minimum order"] = new("Manutención en efectivo después de la orden mínima", ("Line 6f plus line 8c, not below nothing, for a parent who pays.", "Renglón 6f más renglón 8c, no menos de cero, para quien paga.")),
        ["Benefits paid to the children"] = new("Beneficios pagados a los hijos", ("As stated.", "Según lo indicado.")),
        ["Cash support after benefits"] = new("Manutención en efectivo después de beneficios", ("Line 8d less line 8e, not below nothing.", "Renglón 8d menos renglón 8e, no menos de cero.")),
        ["Benefits that are left"] = new("Beneficios que quedan", ("What line 8e has above line 8d.", "Lo que el renglón 8e supera al renglón 8d.")),
        ["Cash medical support after benefits"] = new("Manutención médica después de beneficios", ("Line 5b less line 8g, not below nothing.", "Renglón 5b menos renglón 8g, no menos de cero.")),
        ["Cash support for minor children"] = new("Manutención en efectivo por hijos menores", ("Line 8f divided among the children, times the minor children, to the dollar, for the parent of line 7c.", "Renglón 8f dividido entre los hijos, por los menores, al dólar, para quien indica el renglón 7c.")),
        ["Cash medical support for minor children"] = new("Manutención médica por hijos menores", ("Line 8h in the same way.", "Renglón 8h de la misma manera.")),
        ["Cash support for children attending school"] = new("Manutención en efectivo por hijos que estudian", ("Line 8f for the children attending school, to the dollar.", "Renglón 8f por los hijos que estudian, al dólar.")),
        ["Cash medical support for children attending school"] = new("Manutención médica por hijos que estudian", ("Line 8h in the same way.", "Renglón 8h de la misma manera.")),
        ["Total support"] = new("Manutención total", ("Lines 9a to 9d added.", "Suma de los renglones 9a a 9d.")),
        ["Provides health coverage"] = new("Provee cobertura médica", ("As on line 4f.", "Como en el renglón 4f.")),
        ["Reasonable cost stated in the order"] = new("Costo razonable que indica la orden", ("The total of line 4c; when a higher amount is ordered, the cost on line 4f if that is more.", "El total del renglón 4c; si se ordena un monto mayor, el costo del renglón 4f cuando es más.")),
        ["Greatest variation that may be agreed"] = new("Mayor variación que se puede acordar", ("Set by the rule.", "La fija la regla.")),
        ["Agreed amount"] = new("Monto acordado", ("As stated in the agreement.", "Según el acuerdo.")),
        ["Variation"] = new("Variación", ("The agreed amount against the amount before it.", "El monto acordado comparado con el anterior.")),
    };
}
