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
        ["cash_medical"] = "Cash medical support",
        ["by"] = "Decided by",
        ["because"] = "Why",
        ["item"] = "What it is",
        ["per"] = "How often",
        ["ordered"] = "Sharing is ordered",
        ["insurance"] = "Health insurance of the children",
        ["fica_from"] = "FICA worked out from earnings",
        ["equal_time_custodian"] = "Custodian when time and incomes are equal",
        ["above_cap"] = "Decision on income above the cap",
        ["above_cap.method"] = "How that income counts",
        ["above_cap.up_to_cents"] = "Up to a combined income of",
        ["amount_yearly_cents"] = "Amount a year",
        ["amount_monthly_cents"] = "Amount a month",
        ["below_poverty"] = "Another amount below the poverty guideline",
        ["deviation"] = "Another amount than the guideline's",
        ["medicaid"] = "How Medicaid covers the child",
        ["family_contribution_monthly_cents"] = "Family contribution a month",
        ["managed_care_premium_monthly_cents"] = "Premium a month that Medicaid pays",
        ["care"] = "Physical care",
        ["monthly_cents"] = "Amount a month",
        ["gross_monthly_cents"] = "Gross income a month",
        ["stated_net"] = "Net income that a court or worksheet found",
        ["agency_estimate"] = "Use the agency's estimate of deductions",
        ["basis"] = "Where the figures come from",
        ["social_security_exempt"] = "Wages exempt from Social Security",
        ["mandatory_pension_cents"] = "Mandatory pension",
        ["license_fees_cents"] = "Occupational license fees",
        ["other_children_premium_cents"] = "Health insurance of other children",
        ["other_children_cash_medical_cents"] = "Cash medical support of other children",
        ["other_orders"] = "Support orders for other children",
        ["original"] = "Day of the original order",
        ["paid_monthly_cents"] = "Paid a month",
        ["verified_months"] = "Months of payment shown",
        ["prior_spousal_received"] = "Spousal support received from another case",
        ["prior_spousal_paid"] = "Spousal support paid in another case",
        ["taxable"] = "Counts for taxes",
        ["reimbursement"] = "Pays back what a spouse gave",
        ["other_children"] = "Other children whom this parent must support",
        ["under_prior_order"] = "Deducted above as an order",
        ["child_care.variance_cents"] = "Raise for child care",
        ["older_child_because"] = "Why an older child needs care",
        ["original_order"] = "Day of the first order",
        ["visitation_overnights"] = "Court-ordered overnights a year",
        ["family_premium_cents"] = "Premium with the children",
        ["single_premium_cents"] = "Premium of the parent alone",
        ["covers"] = "Children covered",
        ["no_cash_medical_because"] = "Why no cash medical support",
        ["variance"] = "Variance from the guideline amount",
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
