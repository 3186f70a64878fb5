namespace Alimenta.Law.Guidelines.Forms;

/// <summary>Short names of facts for people: made of the member's name, or said better here.</summary>
public static class FactLabels
{
    private static readonly string[] Units = ["_cents", "_hundredths", "_ppm"];

    private static readonly Dictionary<string, string> Better = new(StringComparer.Ordinal)
    {
        ["parent_a.income_cents"] = "Actual gross income",
        ["parent_b.income_cents"] = "Actual gross income",
        ["spousal_support_due_cents"] = "Spousal support owed to the parent",
        ["spousal_support_owed_cents"] = "Spousal support the parent owes",
        ["minimum_wage_hours_a_week"] = "Hours a week at minimum wage",
        ["own_health_insurance_cents"] = "Own health insurance",
        ["non_joint_children"] = "Children not of both parents",
        ["coverage_cost_cents"] = "What coverage of the children would cost",
        ["coverage_policy"] = "Policy behind that cost",
        ["overnights_hundredths"] = "Overnights a year",
        ["minimum_order_exception"] = "Exception to the minimum order",
        ["child_benefits_cents"] = "Benefits paid to the children",
        ["nights_in_two_years[]"] = "Nights of each child over two years",
        ["nights_in_two_years"] = "Nights of each child over two years",
        ["without_plan"] = "Homes without a plan or order",
        ["coverage"] = "Who provides health coverage",
        ["coverage_at_higher_amount"] = "Coverage at more than a reasonable cost",
        ["minor_children"] = "Joint minor children",
        ["children_attending_school"] = "Joint children attending school",
        ["shown_by"] = "Duty shown by",
        ["lives_with"] = "Lives with",
        ["five_or_more_ppm"] = "Share for five or more children",
        ["paid"] = "Paid on",
        ["in"] = "A day in the quarter",
        ["months"] = "Months",
        ["receipts_cents"] = "Receipts",
        ["hours_hundredths"] = "Hours a week",
        ["hourly_wage_cents"] = "Wage an hour",
        ["claimed_by"] = "Taken for taxes by",
        ["school_surtax_ppm"] = "School district surtax",
    };

    /// <summary>The name of the fact at a place; the numbers of entries do not count.</summary>
    public static string Of(string path)
    {
        var open = FactPath.Open(path);
        if (Better.TryGetValue(open, out var whole)) return whole;
        var name = open[(open.LastIndexOf('.') + 1)..].Replace("[]", "", StringComparison.Ordinal);
        return Better.TryGetValue(name, out var better) ? better : Plain(name);
    }

    /// <summary>A word of the facts as people read it: parent_a is Parent A, by_rule is By rule.</summary>
    public static string Word(string word) => word switch
    {
        "parent_a" => "Parent A",
        "parent_b" => "Parent B",
        "fip" => "FIP",
        "ssi" => "SSI",
        "fica" => "FICA",
        _ => Plain(word),
    };

    private static string Plain(string name)
    {
        foreach (var unit in Units)
            if (name.EndsWith(unit, StringComparison.Ordinal)) name = name[..^unit.Length];
        if (name is "parent_a" or "parent_b") return Word(name);
        return name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');
    }
}
