-- What people search by. The beginning of a name is compared byte by byte, whatever language the database sorts in.
create index ix_person_search_bytes on person (search_name collate "C");
create index ix_person_alias_search_bytes on person_alias (search_name collate "C");
create index ix_employer_search_bytes on employer (search_name collate "C");
create index ix_employer_alias_search_bytes on employer_alias (search_name collate "C");
create index ix_support_order_docket_bytes on support_order (docket collate "C");

-- The last name alone, so that a slip of one letter can be looked up as what it may have been meant to be.
create index ix_person_last_name on person (split_part(search_name, ' ', 1));
create index ix_person_alias_last_name on person_alias (split_part(search_name, ' ', 1));

create index ix_person_ssn_last4 on person (substr(ssn_digits, 6));
create index ix_receipt_check_number on receipt (check_number) where check_number <> '';
create index ix_inbound_item_trace on inbound_item (trace) where trace <> '';
