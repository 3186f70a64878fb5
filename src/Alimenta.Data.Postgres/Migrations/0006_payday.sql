-- Whether an item of a file came before is asked for by its trace number and effective day, for every item of every file; the search by trace number uses the same index.
drop index ix_inbound_item_trace;
create index ix_inbound_item_trace on inbound_item (trace, effective_date) where trace <> '';

-- A payment changes the state of its circle and the balances of its cases. With room left on their pages the new row stays beside the old one, and no index changes.
alter table circle_state set (fillfactor = 50);
alter table case_account set (fillfactor = 70);

-- Whether a payee's money is held for a dispute is asked for with every payment: few are.
create index ix_hold_disputed on hold (payee_id) where reason = 'dispute' and status = 'active';

-- What a payment writes names people, cases, orders and files. A foreign key looks at the parents row by row and locks each: that writes to a page of the person, the case and the order for every
-- payment, and took a tenth of a payday. Here a whole statement is looked at in one go and nothing is locked, because a row that others name is never deleted, which is refused below.
alter table receipt drop constraint fk_receipt_batch_id, drop constraint fk_receipt_directed_case_id, drop constraint fk_receipt_directed_order_id,
    drop constraint fk_receipt_employer_id, drop constraint fk_receipt_inbound_item_id, drop constraint fk_receipt_obligor_id;
alter table identification drop constraint fk_identification_obligor_id, drop constraint fk_identification_receipt_id;
alter table payable drop constraint fk_payable_case_id, drop constraint fk_payable_disbursement_id, drop constraint fk_payable_hold_id, drop constraint fk_payable_payee_id, drop constraint fk_payable_receipt_id;
alter table hold drop constraint fk_hold_case_id, drop constraint fk_hold_payee_id, drop constraint fk_hold_receipt_id;

-- A subquery for each parent, not a join: the plan that is kept for one row must also be good for ten thousand.
create function receipt_parents() returns trigger language plpgsql as $$
begin
    if exists (select from fresh f where f.batch_id is not null and (select p.id from receipt_batch p where p.id = f.batch_id) is null
            or f.directed_case_id is not null and (select p.id from case_file p where p.id = f.directed_case_id) is null
            or f.directed_order_id is not null and (select p.id from support_order p where p.id = f.directed_order_id) is null
            or f.employer_id is not null and (select p.id from employer p where p.id = f.employer_id) is null
            or f.inbound_item_id is not null and (select p.id from inbound_item p where p.id = f.inbound_item_id) is null
            or f.obligor_id is not null and (select p.id from person p where p.id = f.obligor_id) is null) then
        raise exception 'A receipt names a batch, case, order, employer, item or person that is not there.' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create function identification_parents() returns trigger language plpgsql as $$
begin
    if exists (select from fresh f where (select p.id from person p where p.id = f.obligor_id) is null or (select p.id from receipt p where p.id = f.receipt_id) is null) then
        raise exception 'An identification names a person or receipt that is not there.' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create function payable_parents() returns trigger language plpgsql as $$
begin
    if exists (select from fresh f where f.case_id is not null and (select p.id from case_file p where p.id = f.case_id) is null
            or f.disbursement_id is not null and (select p.id from disbursement p where p.id = f.disbursement_id) is null
            or f.hold_id is not null and (select p.id from hold p where p.id = f.hold_id) is null
            or (select p.id from person p where p.id = f.payee_id) is null
            or f.receipt_id is not null and (select p.id from receipt p where p.id = f.receipt_id) is null) then
        raise exception 'A payable names a case, disbursement, hold, payee or receipt that is not there.' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create function hold_parents() returns trigger language plpgsql as $$
begin
    if exists (select from fresh f where f.case_id is not null and (select p.id from case_file p where p.id = f.case_id) is null
            or f.payee_id is not null and (select p.id from person p where p.id = f.payee_id) is null
            or f.receipt_id is not null and (select p.id from receipt p where p.id = f.receipt_id) is null) then
        raise exception 'A hold names a case, payee or receipt that is not there.' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create trigger parents_of_new after insert on receipt referencing new table as fresh for each statement execute function receipt_parents();
create trigger parents_of_changed after update on receipt referencing new table as fresh for each statement execute function receipt_parents();
create trigger parents_of_new after insert on identification referencing new table as fresh for each statement execute function identification_parents();
create trigger parents_of_changed after update on identification referencing new table as fresh for each statement execute function identification_parents();
create trigger parents_of_new after insert on payable referencing new table as fresh for each statement execute function payable_parents();
create trigger parents_of_changed after update on payable referencing new table as fresh for each statement execute function payable_parents();
create trigger parents_of_new after insert on hold referencing new table as fresh for each statement execute function hold_parents();
create trigger parents_of_changed after update on hold referencing new table as fresh for each statement execute function hold_parents();

create function refuse_delete() returns trigger language plpgsql as $$
begin
    raise exception 'A row of % is never deleted: others may name it.', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger never_deleted before delete or truncate on person for each statement execute function refuse_delete();
create trigger never_deleted before delete or truncate on case_file for each statement execute function refuse_delete();
create trigger never_deleted before delete or truncate on support_order for each statement execute function refuse_delete();
create trigger never_deleted before delete or truncate on employer for each statement execute function refuse_delete();
create trigger never_deleted before delete or truncate on receipt_batch for each statement execute function refuse_delete();
create trigger never_deleted before delete or truncate on inbound_item for each statement execute function refuse_delete();
create trigger never_truncated before truncate on receipt for each statement execute function refuse_delete();
create trigger never_deleted before delete or truncate on hold for each statement execute function refuse_delete();
create trigger never_deleted before delete or truncate on disbursement for each statement execute function refuse_delete();

-- A receipt that was keyed wrong is taken out again while its batch is open: nothing names it yet.
create function refuse_delete_of_named() returns trigger language plpgsql as $$
begin
    if exists (select from identification where receipt_id = old.id) or exists (select from payable where receipt_id = old.id) or exists (select from hold where receipt_id = old.id)
            or exists (select from journal_entry where receipt_id = old.id) then
        raise exception 'Receipt % is never deleted: others name it.', old.natural_key using errcode = 'restrict_violation';
    end if;
    return old;
end $$;

create trigger never_deleted before delete on receipt for each row execute function refuse_delete_of_named();

-- The planner knows how large an index on a part of a table is by the last analyze only. By default the next one waits for a tenth of the journal to be new: long after the first payments of a large caseload.
alter table journal_entry set (autovacuum_analyze_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05);
