-- A part of a disbursement asks what is payable to its payees and held from them.
create index ix_payable_payee_waiting on payable (payee_id) where status in ('open', 'held');
create index ix_hold_payee on hold (payee_id) where status = 'active';
drop index ix_hold_disputed;
