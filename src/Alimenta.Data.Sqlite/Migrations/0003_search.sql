-- What people search by. The indexes on names and dockets of the first script serve their beginnings here, because this engine compares byte by byte.

-- The last name alone, so that a slip of one letter can be looked up as what it may have been meant to be.
create index ix_person_last_name on person (substr(search_name, 1, instr(search_name || ' ', ' ') - 1));
create index ix_person_alias_last_name on person_alias (substr(search_name, 1, instr(search_name || ' ', ' ') - 1));

create index ix_person_ssn_last4 on person (substr(ssn_digits, 6));
create index ix_receipt_check_number on receipt (check_number) where check_number <> '';
create index ix_inbound_item_trace on inbound_item (trace) where trace <> '';
