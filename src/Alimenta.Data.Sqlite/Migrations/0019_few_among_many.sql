-- Version 19: what a run looks for among all, and finds to be few.

-- New accounts that are to be tested before the first payment.
create index ix_bank_account_untested on bank_account (person_id) where prenote_status = 'none' and kind <> 'card';

-- Open cases of a state whose late support bears interest, and the circles they lie in.
create index ix_case_file_policy on case_file (policy, circle_id) where status = 'open';
