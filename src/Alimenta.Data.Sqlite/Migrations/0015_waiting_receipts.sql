-- Receipts of large files that wait for their part of a run: the receipt is written once, as it will stand when it is distributed, and a row here says that it is not yet.
CREATE TABLE "waiting_receipt" (
    "obligor_id" INTEGER NOT NULL,
    "receipt_id" INTEGER NOT NULL,
    CONSTRAINT "pk_waiting_receipt" PRIMARY KEY ("obligor_id", "receipt_id"),
    CONSTRAINT "fk_waiting_receipt_obligor_id" FOREIGN KEY ("obligor_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_waiting_receipt_receipt_id" FOREIGN KEY ("receipt_id") REFERENCES "receipt" ("id") ON DELETE RESTRICT
);


insert into waiting_receipt (obligor_id, receipt_id) select obligor_id, id from receipt
where status = 'identified' and inbound_item_id is not null and not exists (select 1 from journal_entry e where e.receipt_id = receipt.id and e.kind = 'distribution');
update receipt set status = 'distributed' where status = 'identified' and inbound_item_id is not null and collected_on <= (select max(business_date) from business_day);

-- Few have another status than distributed now, and nothing looks for those that wait here.
drop index ix_receipt_waiting;
drop index ix_receipt_status_received_on;
create index ix_receipt_status_received_on on receipt (status, received_on) where status <> 'distributed';
