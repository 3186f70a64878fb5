namespace Alimenta.Web.Components.Worksheets.InSpanish;

/// <summary>Citations that say more than the names of texts and the numbers of paragraphs.</summary>
internal static class CitationPhrases
{
    public static IReadOnlyList<(string En, string Es)> Pairs { get; } =
    [
        ("45 CFR 302.51(a)(2); 52 weeks and 26 fortnights a year: our choice", "45 CFR 302.51(a)(2); 52 semanas y 26 quincenas de dos semanas al año: elección nuestra"),
        ("OAR 137-050-0725 and appendix", "OAR 137-050-0725 y apéndice"),
        ("OAR 137-050-0735, table 1", "OAR 137-050-0735, tabla 1"),
        ("FCA 413(1)(c)(2) before the amendment of 2009", "FCA 413(1)(c)(2) antes del cambio de 2009"),
        ("FCA 413(1)(c); our choice", "FCA 413(1)(c); elección nuestra"),
        ("DRL 240(1-b)(c); our choice", "DRL 240(1-b)(c); elección nuestra"),
        ("FCA 413(1)(b)(5)(i) to (vii); DRL 240(1-b)(b)(5)(i) to (vii)", "FCA 413(1)(b)(5)(i) a (vii); DRL 240(1-b)(b)(5)(i) a (vii)"),
        ("FCA 413(1)(b)(5)(i) to (vi)", "FCA 413(1)(b)(5)(i) a (vi)"),
        ("DRL 240(1-b)(b)(5)(i) to (vi)", "DRL 240(1-b)(b)(5)(i) a (vi)"),
        ("26 USC 1(a) to (d), (j)", "26 USC 1(a) a (d), (j)"),
        ("26 USC 1401; Iowa Ct. R. 9.27, form 1, line D", "26 USC 1401; Iowa Ct. R. 9.27, formulario 1, renglón D"),
        ("Iowa Admin. Code r. 441-99.4(2); convention G5", "Iowa Admin. Code r. 441-99.4(2); convención G5"),
        ("Iowa Code 422.9; Iowa Ct. R. 9.27, form 1, line C", "Iowa Code 422.9; Iowa Ct. R. 9.27, formulario 1, renglón C"),
        ("Iowa Ct. R. 9.27, form 1", "Iowa Ct. R. 9.27, formulario 1"),
        ("Iowa Ct. R. 9.27, form 2", "Iowa Ct. R. 9.27, formulario 2"),
        ("Iowa Ct. R. 9.3(2), 9.26; convention G6", "Iowa Ct. R. 9.3(2), 9.26; convención G6"),
        ("Iowa Ct. R. 9.9; our choice: a year of 365 days", "Iowa Ct. R. 9.9; elección nuestra: un año de 365 días"),
        ("Iowa Ct. R. 9.9; our choice: more than half of a year of 365 days", "Iowa Ct. R. 9.9; elección nuestra: más de la mitad de un año de 365 días"),
    ];
}
