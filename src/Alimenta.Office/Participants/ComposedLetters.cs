using System.Collections.Frozen;
using System.Text;

namespace Alimenta.Office.Participants;

/// <summary>Puts a letter and the mark after it together (e and an acute as é), so that a name is stored in one way however it was typed.</summary>
/// <remarks>The runtime carries no Unicode composition in invariant mode; a table gives the same answer on every machine. It holds the Latin letters
/// whose Unicode composition is one character.</remarks>
internal static class ComposedLetters
{
    private static readonly FrozenDictionary<(char Base, char Mark), char> Composed = Table();

    /// <summary>The text with its letters composed.</summary>
    public static string Of(string text)
    {
        if (!text.Any(c => c is >= '\u0300' and <= '\u036F')) return text;
        var composed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (composed.Length > 0 && Composed.TryGetValue((composed[^1], c), out var one)) composed[^1] = one;
            else composed.Append(c);
        }

        return composed.ToString();
    }

    // Each row: a mark, then letters in pairs: without it and with it.
    private static FrozenDictionary<(char Base, char Mark), char> Table()
    {
        (char Mark, string Pairs)[] rows =
        [
            ('\u0300', "AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừYỲyỳ"),
            ('\u0301', "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺåǻÆǼæǽØǾøǿÇḈçḉĒḖēḗÏḮïḯKḰkḱMḾmḿÕṌõṍŌṒōṓ"),
            ('\u0301', "PṔpṕŨṸũṹWẂwẃÂẤâấĂẮăắÊẾêếÔỐôốƠỚơớƯỨưứ"),
            ('\u0302', "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạậẸỆẹệỌỘọộ"),
            ('\u0303', "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ"),
            ('\u0304', "AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰȯȱYȲyȳGḠgḡḶḸḷḹṚṜṛṝ"),
            ('\u0306', "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭȨḜȩḝẠẶạặ"),
            ('\u0307', "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡŚṤśṥŠṦšṧṢṨṣṩTṪtṫWẆwẇXẊxẋYẎyẏſẛ"),
            ('\u0308', "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸHḦhḧÕṎõṏŪṺūṻWẄwẅXẌxẍtẗ"),
            ('\u0309', "AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ"),
            ('\u030A', "AÅaåUŮuůwẘyẙ"),
            ('\u030B', "OŐoőUŰuű"),
            ('\u030C', "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚGǦgǧKǨkǩƷǮʒǯjǰHȞhȟ"),
            ('\u030F', "AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕ"),
            ('\u0311', "AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ"),
            ('\u031B', "OƠoơUƯuư"),
            ('\u0323', "BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹIỊiịOỌoọƠỢơợUỤuụƯỰưựYỴyỵ"),
            ('\u0324', "UṲuṳ"),
            ('\u0325', "AḀaḁ"),
            ('\u0326', "SȘsșTȚtț"),
            ('\u0327', "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ"),
            ('\u0328', "AĄaąEĘeęIĮiįUŲuųOǪoǫ"),
            ('\u032D', "DḒdḓEḘeḙLḼlḽNṊnṋTṰtṱUṶuṷ"),
            ('\u032E', "HḪhḫ"),
            ('\u0330', "EḚeḛIḬiḭUṴuṵ"),
            ('\u0331', "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ"),
        ];
        return rows.SelectMany(row => row.Pairs.Chunk(2).Select(pair => (row.Mark, Pair: pair)))
            .ToFrozenDictionary(x => (x.Pair[0], x.Mark), x => x.Pair[1]);
    }
}
