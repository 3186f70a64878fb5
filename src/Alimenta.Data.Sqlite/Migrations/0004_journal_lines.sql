-- An entry is one row; its lines are packed in it as [account, cents, month, obligation, case, obligor, person, receipt], zeros at the end left out.
-- For whoever reads in SQL they are rows here. There is no index of lines: choose the entries first.
create view journal_line as
select e.id as entry_id, l.key + 1 as line_no,
    case when l.value ->> 0 in ('cash', 'unidentified', 'undistributed', 'future', 'held', 'fee', 'issued', 'recovery', 'statefunds') or l.value ->> 0 like 'payable.%' then 'custody' else 'debt' end as book,
    l.value ->> 0 as account,
    nullif(l.value ->> 5, 0) as obligor_id, nullif(l.value ->> 4, 0) as case_id, nullif(l.value ->> 3, 0) as obligation_id,
    nullif(l.value ->> 6, 0) as person_id, nullif(l.value ->> 7, 0) as receipt_id,
    coalesce(l.value ->> 2, 0) as month, l.value ->> 1 as cents,
    e.kind, e.key as entry_key, e.version, e.reverses_version, e.effective_on, e.recorded_at, e.circle_id, e.receipt_id as entry_receipt_id, e.reason
from journal_entry e, json_each(e.lines) l;

-- An entry has lines, none of nothing, and balances in each book: also when someone writes past the program.
create trigger balanced before insert on journal_entry when not exists (select 1 from json_each(new.lines)) or exists (
    select 1 from json_each(new.lines) as l
    group by case when l.value ->> 0 in ('cash', 'unidentified', 'undistributed', 'future', 'held', 'fee', 'issued', 'recovery', 'statefunds') or l.value ->> 0 like 'payable.%' then 'custody' else 'debt' end
    having sum(l.value ->> 1) <> 0 or min(abs(l.value ->> 1)) = 0) begin
    select raise(abort, 'An entry needs lines, each with an amount other than nothing, and balances in each book.');
end;
