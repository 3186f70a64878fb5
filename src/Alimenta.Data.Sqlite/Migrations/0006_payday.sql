-- Whether an item of a file came before is asked for by its trace number and effective day, for every item of every file; the search by trace number uses the same index.
drop index ix_inbound_item_trace;
create index ix_inbound_item_trace on inbound_item (trace, effective_date) where trace <> '';

-- Whether a payee's money is held for a dispute is asked for with every payment: few are.
create index ix_hold_disputed on hold (payee_id) where reason = 'dispute' and status = 'active';
