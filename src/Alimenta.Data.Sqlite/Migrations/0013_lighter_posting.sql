-- A line of an entry that names the same as the line before it is packed as [account, cents, -1].
drop view journal_line;
create view journal_line as
select l.id as entry_id, l.line_no,
    case when l.part ->> 0 in ('cash', 'unidentified', 'undistributed', 'future', 'held', 'fee', 'issued', 'recovery', 'statefunds') or l.part ->> 0 like 'payable.%' then 'custody' else 'debt' end as book,
    l.part ->> 0 as account,
    nullif(l.named ->> 5, 0) as obligor_id, nullif(l.named ->> 4, 0) as case_id, nullif(l.named ->> 3, 0) as obligation_id,
    nullif(l.named ->> 6, 0) as person_id, nullif(l.named ->> 7, 0) as receipt_id,
    coalesce(l.named ->> 2, 0) as month, l.part ->> 1 as cents,
    l.kind, l.key as entry_key, l.version, l.reverses_version, l.effective_on, l.recorded_at, l.circle_id, l.receipt_id as entry_receipt_id, l.reason
from (
    select e.*, p.key + 1 as line_no, p.value as part,
        case when p.value ->> 2 = -1 then (select b.value from json_each(e.lines) b where b.key < p.key and coalesce(b.value ->> 2, 0) <> -1 order by b.key desc limit 1) else p.value end as named
    from journal_entry e, json_each(e.lines) p) l;

-- Receipts that wait to be distributed are found by whose they are, those that are unusual by their day; nearly all are distributed, and no index by status holds them.
drop index ix_receipt_status_received_on;
create index ix_receipt_status_received_on on receipt (status, received_on) where status not in ('identified', 'distributed');
create index ix_receipt_waiting on receipt (obligor_id, id) where status = 'identified';
