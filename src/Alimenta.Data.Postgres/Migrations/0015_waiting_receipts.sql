-- Receipts of large files that wait for their part of a run: the receipt is written once, as it will stand when it is distributed, and a row here says that it is not yet.
CREATE TABLE waiting_receipt (
    obligor_id bigint NOT NULL,
    receipt_id bigint NOT NULL,
    CONSTRAINT pk_waiting_receipt PRIMARY KEY (obligor_id, receipt_id),
    CONSTRAINT fk_waiting_receipt_obligor_id FOREIGN KEY (obligor_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_waiting_receipt_receipt_id FOREIGN KEY (receipt_id) REFERENCES receipt (id) ON DELETE RESTRICT
);


-- As in 0006_payday: a whole statement is looked at in one go, and nothing is locked. A receipt that entries name is never deleted.
alter table waiting_receipt drop constraint fk_waiting_receipt_obligor_id, drop constraint fk_waiting_receipt_receipt_id;

create function waiting_parents() returns trigger language plpgsql as $$
begin
    if exists (select from fresh f where (select p.obligor_id from receipt p where p.id = f.receipt_id) is distinct from f.obligor_id) then
        raise exception 'A receipt that is to wait is not there, or is another person''s.' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create trigger parents_of_new after insert on waiting_receipt referencing new table as fresh for each statement execute function waiting_parents();

insert into waiting_receipt (obligor_id, receipt_id) select obligor_id, id from receipt
where status = 'identified' and inbound_item_id is not null and not exists (select 1 from journal_entry e where e.receipt_id = receipt.id and e.kind = 'distribution');
update receipt set status = 'distributed' where status = 'identified' and inbound_item_id is not null and collected_on <= (select max(business_date) from business_day);

-- Few have another status than distributed now, and nothing looks for those that wait here.
drop index ix_receipt_waiting;
drop index ix_receipt_status_received_on;
create index ix_receipt_status_received_on on receipt (status, received_on) where status <> 'distributed';
