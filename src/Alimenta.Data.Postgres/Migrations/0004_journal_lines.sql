-- An entry is one row; its lines are packed in it as [account, cents, month, obligation, case, obligor, person, receipt], zeros at the end left out.
-- For whoever reads in SQL they are rows here. There is no index of lines: choose the entries first.
create function book_of(account text) returns text language sql immutable as $$
    select case when account in ('cash', 'unidentified', 'undistributed', 'future', 'held', 'fee', 'issued', 'recovery', 'statefunds') or account like 'payable.%' then 'custody' else 'debt' end
$$;

create view journal_line as
select e.id as entry_id, l.line_no::int as line_no, book_of(l.part ->> 0) as book, l.part ->> 0 as account,
    nullif((l.part ->> 5)::bigint, 0) as obligor_id, nullif((l.part ->> 4)::bigint, 0) as case_id, nullif((l.part ->> 3)::bigint, 0) as obligation_id,
    nullif((l.part ->> 6)::bigint, 0) as person_id, nullif((l.part ->> 7)::bigint, 0) as receipt_id,
    coalesce((l.part ->> 2)::int, 0) as month, (l.part ->> 1)::bigint as cents,
    e.kind, e.key as entry_key, e.version, e.reverses_version, e.effective_on, e.recorded_at, e.circle_id, e.receipt_id as entry_receipt_id, e.reason
from journal_entry e cross join lateral jsonb_array_elements(e.lines::jsonb) with ordinality as l (part, line_no);

-- An entry has lines, none of nothing, and balances in each book: also when someone writes past the program.
create function refuse_unbalanced() returns trigger language plpgsql as $$
declare
    bad record;
begin
    select f.id, coalesce(b.says, 'It has no lines.') as says into bad from fresh f left join lateral (
        select max(says) as says, sum(lines) as lines from (
            select count(*) as lines, case when bool_or((l ->> 1)::bigint = 0) then 'A line needs an amount other than nothing.'
                when sum((l ->> 1)::bigint) <> 0 then format('It does not balance in the %s book: it is off by %s cents.', book_of(l ->> 0), sum((l ->> 1)::bigint)) end as says
            from jsonb_array_elements(f.lines::jsonb) as l group by book_of(l ->> 0)) as books) as b on true
    where b.says is not null or b.lines is null limit 1;
    if found then
        raise exception 'Entry %: %', bad.id, bad.says using errcode = 'check_violation';
    end if;
    return null;
end $$;

create trigger balanced after insert on journal_entry referencing new table as fresh for each statement execute function refuse_unbalanced();
