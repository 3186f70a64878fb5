using System.Text;
using Alimenta.Formats.Nacha;

namespace Alimenta.Formats.Tests.Nacha;

/// <summary>Files put together by hand, for content that our writer would refuse.</summary>
internal static class RawFile
{
    /// <summary>A file of one credit with addenda 05 as given.</summary>
    public static byte[] Of(string entryClass, long cents, params string[] addenda)
    {
        List<string> records =
        [
            "101 231380104 0610360002611191630A094101" + new string(' ', 54),
            $"5220{"HARBOR MILLS INC",-36}{"1911234567"}{entryClass}CHILD SUPP      261120   1061036000000001",
            entryClass == "CTX"
                ? $"622231380104{"4400010001",-17}{cents:0000000000}{"X",-15}{addenda.Length:0000}{"SDU",-16}    {(addenda.Length > 0 ? 1 : 0)}061036000000001"
                : $"622231380104{"4400010001",-17}{cents:0000000000}{"X",-15}{"SDU",-22}  {(addenda.Length > 0 ? 1 : 0)}061036000000001",
        ];
        var sequence = 0;
        foreach (var information in addenda) records.Add($"705{information,-80}{++sequence:0000}0000001");
        var totals = $"{23138010:0000000000}{0:000000000000}{cents:000000000000}";
        records.Add($"8220{sequence + 1:000000}{totals}1911234567{"",25}061036000000001");
        records.Add($"9000001{(records.Count + 10) / 10:000000}{sequence + 1:00000000}{totals}{"",39}");
        return Encoding.Latin1.GetBytes(string.Join('\n', records.Select(record => record.Length > 94 && !record.StartsWith('7') ? throw new InvalidOperationException(record) : record)));
    }

    /// <summary>The lines of a file that we write, to be changed and put together again.</summary>
    public static string[] Lines(PaymentFile file) => Encoding.Latin1.GetString(Fixtures.Bytes(file with { LineEnd = LineEnd.Lf })).TrimEnd('\n').Split('\n');

    public static byte[] Join(IEnumerable<string> lines, string end = "\n") => Encoding.Latin1.GetBytes(string.Concat(lines.Select(line => line + end)));
}
