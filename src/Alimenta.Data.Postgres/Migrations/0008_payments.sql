-- A part of a disbursement asks what is payable to its payees and held from them.
create index ix_payable_payee_waiting on payable (payee_id) where status in ('open', 'held');
create index ix_hold_payee on hold (payee_id) where status = 'active';
drop index ix_hold_disputed;

-- A payday makes a payment for every family: what it names is looked at a statement at a time, as in 0006. A file is never deleted.
alter table disbursement drop constraint fk_disbursement_bank_account_id, drop constraint fk_disbursement_file_id, drop constraint fk_disbursement_payee_id;

create function disbursement_parents() returns trigger language plpgsql as $$
begin
    if exists (select from fresh f where (select p.id from person p where p.id = f.payee_id) is null
            or f.bank_account_id is not null and (select p.id from bank_account p where p.id = f.bank_account_id) is null
            or f.file_id is not null and (select p.id from disbursement_file p where p.id = f.file_id) is null) then
        raise exception 'A disbursement names a bank account, file or payee that is not there.' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create trigger parents_of_new after insert on disbursement referencing new table as fresh for each statement execute function disbursement_parents();
create trigger parents_of_changed after update on disbursement referencing new table as fresh for each statement execute function disbursement_parents();
create trigger never_deleted before delete or truncate on bank_account for each statement execute function refuse_delete();
create trigger never_deleted before delete or truncate on disbursement_file for each statement execute function refuse_delete();

-- Entries are weighed by one sum over their lines; which book is off is worked out only for one that is refused. Posting is a sixth cheaper for it.
create or replace function refuse_unbalanced() returns trigger language plpgsql as $$
declare
    bad record;
begin
    select f.id, case when b.lines is null then 'It has no lines.' when b.nothing then 'A line needs an amount other than nothing.'
            when b.debt <> 0 then format('It does not balance in the debt book: it is off by %s cents.', b.debt)
            else format('It does not balance in the custody book: it is off by %s cents.', b.custody) end as says
        into bad from fresh f left join lateral (
            select nullif(count(*), 0) as lines, bool_or((l ->> 1)::bigint = 0) as nothing, sum(case when book_of(l ->> 0) = 'debt' then (l ->> 1)::bigint else 0 end) as debt,
                sum(case when book_of(l ->> 0) = 'custody' then (l ->> 1)::bigint else 0 end) as custody
            from jsonb_array_elements(f.lines::jsonb) as l) as b on true
        where b.lines is null or b.nothing or b.debt <> 0 or b.custody <> 0 limit 1;
    if found then
        raise exception 'Entry %: %', bad.id, bad.says using errcode = 'check_violation';
    end if;
    return null;
end $$;
