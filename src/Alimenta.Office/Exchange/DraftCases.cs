using System.Globalization;
using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Intake;
using Alimenta.Office.Participants;

namespace Alimenta.Office.Exchange;

/// <summary>Cases and their people of a caseload file, and the circles that they form.</summary>
internal sealed class DraftCases(CaseloadDraft draft)
{
    private readonly Dictionary<CircleNode, CircleNode> _joined = [];
    private readonly Dictionary<(long Obligor, long Custodian), string> _parties = [];
    private readonly HashSet<(long Case, long Person)> _people = [];
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);

    /// <summary>Circles on record that became one, each list with the one that stays.</summary>
    public List<IReadOnlyList<long>> Merges { get; } = [];

    public void Build()
    {
        foreach (var file in draft.Met) _parties[(file.ObligorId, file.CustodianId)] = file.Number;
        _numbers.UnionWith(draft.CasesById.Values.Select(c => c.Number));
        var parties = draft.Rows("participant").Where(r => r.Word<ParticipantRole>("role") is ParticipantRole.Obligor or ParticipantRole.Custodian)
            .ToLookup(r => (r.Text("case"), r.Word<ParticipantRole>("role")));
        foreach (var row in draft.Rows("case")) Case(row, parties);
        foreach (var row in draft.Rows("participant")) Participant(row);
        Circles();
    }

    /// <summary>Notes the numbers of the new cases and people as handed out.</summary>
    public async Task TakeNumbersAsync()
    {
        foreach (var office in draft.New.Cases.Select(c => (Year: 2000 + Part(c.Number, 0, 2), Office: Part(c.Number, 3, 3), Sequence: Part(c.Number, 7, 5))).GroupBy(c => (c.Year, c.Office)))
            await draft.Ctx.TakeNumbersAsync(OpenCase.Series(office.Key.Year, office.Key.Office), office.Max(c => c.Sequence));
        var own = draft.New.People.Select(p => p.Number).Where(n => n.Length == RecordPerson.NumberOf(0).Length && n[0] == 'P' && n.Skip(1).All(char.IsAsciiDigit)).Select(n => long.Parse(n.AsSpan(1), CultureInfo.InvariantCulture)).ToList();
        if (own.Count > 0) await draft.Ctx.TakeNumbersAsync(RecordPerson.Series, own.Max());
    }

    private void Case(CaseloadRow row, ILookup<(string, ParticipantRole), CaseloadRow> parties)
    {
        if (!CaseNumber.TryParse(row.Text("number"), out var read))
        {
            draft.Faults.Passes(row, new("R-IMPORT-CASE-NUMBER", $"{row.Text("number")} is no case number: it has the form YY-OOO-NNNNN-C, and its last digit checks the others.", "Give the case a number of this form.", Field: "number"));
            return;
        }

        var number = read.ToString();
        if (_numbers.Contains(number) || draft.Cases.ContainsKey(number))
        {
            draft.Faults.Passes(row, new("R-IMPORT-CASE-THERE", $"Case {number} is there already.", "Take the line out; what is on record is changed on the case's page.", Field: "number"));
            return;
        }

        if (!draft.Offices.TryGetValue(row.Whole("office"), out var office))
        {
            draft.Missing(row, "office", "office", row.Text("office"));
            return;
        }

        if (draft.PersonOf(row, "obligor") is not { } obligor || draft.PersonOf(row, "custodian") is not { } custodian) return;
        var policy = row.TextOr("policy") ?? OpenCase.PolicyOf(draft.Policies, office.State);
        var status = row.Word("status", CaseStatus.Open);
        if (!draft.Faults.Passes(row, Fault(row, policy, status)) || !draft.Faults.Passes(row, OpenCase.Parties(obligor, custodian, []))) return;
        if (!_parties.TryAdd((obligor.Id, custodian.Id), number))
        {
            draft.Faults.Passes(row, new("R-IMPORT-CASE-SAME", $"Case {_parties[(obligor.Id, custodian.Id)]} has the same two parties.", "Put the orders of both under one case.", Field: "custodian"));
            return;
        }

        var file = draft.Add(draft.New.Cases, new CaseFile
        {
            Number = number, ObligorId = obligor.Id, CustodianId = custodian.Id, Policy = policy, OfficeId = office.Id, IvdType = NameText.Clean(row.Text("ivd_type")), Status = status,
            SnapMandatory = row.Flag("snap_mandatory"), OpenedOn = row.Date("opened_on"), ClosedOn = row.DateOr("closed_on"),
        });
        draft.Cases[number] = draft.CasesById[file.Id] = file;
        foreach (var (person, role) in new[] { (obligor, ParticipantRole.Obligor), (custodian, ParticipantRole.Custodian) })
        {
            _people.Add((file.Id, person.Id));
            if (!parties.Contains((row.Text("number"), role))) draft.Add(draft.New.Participants, new Participant { CaseId = file.Id, PersonId = person.Id, Role = role, From = file.OpenedOn });
        }
    }

    private Refusal? Fault(CaseloadRow row, string policy, CaseStatus status)
    {
        if (!draft.Policies.Law.Policies.Contains(policy)) return new("R-IMPORT-POLICY", $"There is no policy {policy}.", $"Use one of {string.Join(", ", draft.Policies.Law.Policies)}.", Field: "policy");
        if ((status == CaseStatus.Closed) != row.Has("closed_on")) return new("R-IMPORT-CLOSED", "A closed case has the day on which it was closed, and an open one has none.", "Correct the status or the day.", Field: "closed_on");
        return DateChecks.InFuture(row.Date("opened_on"), draft.Today, "opened_on") ?? DateChecks.Backwards(row.Date("opened_on"), row.DateOr("closed_on"), "closed_on");
    }

    private void Participant(CaseloadRow row)
    {
        if (!draft.Cases.TryGetValue(row.Text("case"), out var file))
        {
            draft.Missing(row, "case", "case", row.Text("case"));
            return;
        }

        if (draft.PersonOf(row, "person") is not { } person || !draft.Faults.Passes(row, DateChecks.Backwards(row.Date("from"), row.DateOr("to")))) return;
        var role = row.Word<ParticipantRole>("role");
        var party = role == ParticipantRole.Obligor ? file.ObligorId : role == ParticipantRole.Custodian ? file.CustodianId : 0;
        if (party != 0 ? party != person.Id : !_people.Add((file.Id, person.Id)))
        {
            draft.Faults.Passes(row, new("R-IMPORT-PARTY", party != 0 ? $"Person {person.Number} is not the {Naming.Snake(role.ToString())} of case {file.Number}." : $"Person {person.Number} stands in case {file.Number} twice.", "Take the line out, or correct the person.", Field: "person"));
            return;
        }

        if (role == ParticipantRole.Child) draft.Children.Add((file.Id, person.Id));
        draft.Add(draft.New.Participants, new Participant { CaseId = file.Id, PersonId = person.Id, Role = role, From = row.Date("from"), To = row.DateOr("to") });
    }

    /// <summary>Cases that share an obligor or a custodian, also through a case on record, are one circle.</summary>
    private void Circles()
    {
        foreach (var file in draft.Met)
        {
            Join(CircleNode.Owes(file.ObligorId), CircleNode.Circle(file.CircleId));
            Join(CircleNode.Gets(file.CustodianId), CircleNode.Circle(file.CircleId));
        }

        foreach (var file in draft.New.Cases) Join(CircleNode.Owes(file.ObligorId), CircleNode.Gets(file.CustodianId));
        var known = _joined.Keys.Where(n => n.IsCircle).ToList().ToLookup(Root, n => n.Id);
        var circles = new Dictionary<CircleNode, long>();
        foreach (var file in draft.New.Cases)
        {
            var root = Root(CircleNode.Owes(file.ObligorId));
            if (!circles.TryGetValue(root, out var circle)) circles[root] = circle = known[root].Any() ? known[root].Min() : draft.Ctx.NextId("circle");
            file.CircleId = circle;
        }

        Merges.AddRange(circles.Keys.Select(root => known[root].Distinct().Order().ToList()).Where(c => c.Count > 1));
    }

    private void Join(CircleNode a, CircleNode b)
    {
        (a, b) = (Root(a), Root(b));
        if (a != b) _joined[a] = b;
    }

    private CircleNode Root(CircleNode node)
    {
        if (!_joined.TryGetValue(node, out var above)) _joined[node] = above = node;
        if (above == node) return node;
        return _joined[node] = Root(above);
    }

    private static int Part(string number, int from, int length) => int.Parse(number.AsSpan(from, length), CultureInfo.InvariantCulture);

    private readonly record struct CircleNode(char Kind, long Id)
    {
        public bool IsCircle => Kind == 'c';

        public static CircleNode Owes(long person) => new('o', person);

        public static CircleNode Gets(long person) => new('g', person);

        public static CircleNode Circle(long circle) => new('c', circle);
    }
}
