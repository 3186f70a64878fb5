namespace Alimenta.Formats.Tests.Nacha;

/// <summary>Child support segments found in public sources. None of them is a whole segment with real values: the templates stand as they were
/// published, and where we put in figures of our own we say so.</summary>
internal static class PublishedDeds
{
    public sealed record Sample(string Text, string Source, string Code);

    public static IReadOnlyList<Sample> All { get; } =
    [
        new(@"DED*application identifier*case identifier*pay date*payment amount*noncustodial parent ssn*medical support indicator*non-custodial parent name*FIPS code*employment termination indicator\",
            "West Virginia BCSE, syntax template", "D-APPLICATION"),
        new(@"DED*CS*[Case_Identifier]*[Pay_Date]*[Amount]*[Soc_Sec_Num_NonCustodial]*[Medical_Support_Ind]*[Parent_Name_NonCustodial]*[FIPS]*[Employment_Termination_Ind]\",
            "Treasury Software, ACH Universal help", "D-DATE"),
        new(@"DED*CS*12345678*[Pay_Date]*[Amount]*333224444]*[Medical_Support_Ind]*Jones,John*[FIPS]*[Employment_Termination_Ind]\",
            "the same; the stray bracket is theirs", "D-DATE"),
        new(@"DED*CS*12345678*261120*50000*333224444]*Y*Jones,John*4105100*N\", "the same with our figures in the places of the template", "D-SSN"),
        new(@"DED*CS*YS2324*261120*12500*065932314*N*Doe, John*417300*N\",
            "Treasury Software help, older edition: values published one by one, put together by us with our date and amount; a blank after the comma and a locator code of six digits", ""),
        new("DED*CS*XXXXXXXXX*YYMMDD*$$$$$$$$CC*XXXXXXXXX*Y*XXXXXXXXXX*XXXXXXX*Y", "US Treasury FMS, attribute mask (archive of 2008)", "D-DATE"),
        new("DED*4A*w*p2z7wY*E*h*t*T*9*x", "Eddy X12 library, unit test of version 3050 (random characters)", "D-APPLICATION"),
        new("DED*7k*o*H6yGxmIb*m*c*K*8*E*Y", "Eddy X12 library, unit test of the current version (random characters)", "D-APPLICATION"),
    ];
}
