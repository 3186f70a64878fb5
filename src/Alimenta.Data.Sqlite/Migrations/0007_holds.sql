-- What is held is listed the oldest first, for one reason or for all, and added up from the index alone. Whoever ends a hold looks for the amounts that it holds.
create index ix_hold_active on hold (placed_on, id) where status = 'active';
create index ix_hold_active_reason on hold (reason, placed_on, id, amount) where status = 'active';
create index ix_payable_hold_id on payable (hold_id) where hold_id is not null;

-- The cases of an office by the day on which they were opened.
create index ix_case_file_office_opened on case_file (office_id, opened_on, number);
