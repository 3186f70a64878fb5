-- The day on which a case's next task is due stands in lists of cases. Without this the planner may look for it through all tasks that are open.
create index ix_work_task_case_open on work_task (case_id, due_on) where done_on is null;

-- Who among those to be paid is an agency: few are.
create index ix_person_agency on person (id) where kind <> 'person';
