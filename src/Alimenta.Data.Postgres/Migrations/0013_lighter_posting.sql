-- A line of an entry that names the same as the line before it is packed as [account, cents, -1].
create or replace view journal_line as
select e.id as entry_id, l.line_no::int as line_no, book_of(l.part ->> 0) as book, l.part ->> 0 as account,
    nullif((l.named ->> 5)::bigint, 0) as obligor_id, nullif((l.named ->> 4)::bigint, 0) as case_id, nullif((l.named ->> 3)::bigint, 0) as obligation_id,
    nullif((l.named ->> 6)::bigint, 0) as person_id, nullif((l.named ->> 7)::bigint, 0) as receipt_id,
    coalesce((l.named ->> 2)::int, 0) as month, (l.part ->> 1)::bigint as cents,
    e.kind, e.key as entry_key, e.version, e.reverses_version, e.effective_on, e.recorded_at, e.circle_id, e.receipt_id as entry_receipt_id, e.reason
from journal_entry e cross join lateral (
    select p.part, p.line_no,
        case when p.part ->> 2 = '-1' then e.lines::jsonb -> ((max(p.line_no) filter (where p.part ->> 2 is distinct from '-1') over (order by p.line_no))::int - 1) else p.part end as named
    from jsonb_array_elements(e.lines::jsonb) with ordinality as p (part, line_no)) as l;

-- Receipts that wait to be distributed are found by whose they are, those that are unusual by their day; nearly all are distributed, and no index by status holds them.
drop index ix_receipt_status_received_on;
create index ix_receipt_status_received_on on receipt (status, received_on) where status not in ('identified', 'distributed');
create index ix_receipt_waiting on receipt (obligor_id, id) where status = 'identified';

-- Distribution changes nothing of a receipt but its status: whom a receipt names is looked at again only where that changes.
drop trigger parents_of_changed on receipt;

create function receipt_parents_changed() returns trigger language plpgsql as $$
begin
    if new.batch_id is not null and not exists (select from receipt_batch where id = new.batch_id)
            or new.directed_case_id is not null and not exists (select from case_file where id = new.directed_case_id)
            or new.directed_order_id is not null and not exists (select from support_order where id = new.directed_order_id)
            or new.employer_id is not null and not exists (select from employer where id = new.employer_id)
            or new.inbound_item_id is not null and not exists (select from inbound_item where id = new.inbound_item_id)
            or new.obligor_id is not null and not exists (select from person where id = new.obligor_id) then
        raise exception 'A receipt names a batch, case, order, employer, item or person that is not there.' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create trigger parents_of_changed after update of batch_id, directed_case_id, directed_order_id, employer_id, inbound_item_id, obligor_id on receipt for each row execute function receipt_parents_changed();
