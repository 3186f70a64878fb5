-- Lists look for a few rows among many: what is closed, what is to be done, who is protected, the cases of an office. None of these indexes is on what a payment writes.
create index ix_case_file_office_number on case_file (office_id, number);

create index ix_case_file_opened_number on case_file (opened_on, number);

create index ix_case_file_closed on case_file (number) where status = 'closed';

create index ix_work_task_open on work_task (due_on, id) where done_on is null;

create index ix_person_protected on person (id) where family_violence;
