-- A file holds up to hundreds of thousands of payments: a page of them in their order, its first and its last, and those taken out of it are each found without going over all.
drop index ix_disbursement_file_id;
create index ix_disbursement_file_id on disbursement (file_id, id);
create index ix_disbursement_voided on disbursement (file_id) where status = 'voided';

-- Of many receipts of one day, such as those of a file whose payors nobody knows, a page is found without going over all.
drop index ix_receipt_status_received_on;
create index ix_receipt_status_received_on on receipt (status, received_on, id) where status <> 'distributed';

-- Money held for a payee and not for a case.
create index ix_hold_payee_without_case on hold (payee_id) where case_id is null and payee_id is not null;
