-- What a run or a page looks for among all, and finds to be few.

-- New accounts that are to be tested before the first payment.
create index ix_bank_account_untested on bank_account (person_id) where prenote_status = 'none' and kind <> 'card';

-- Open cases of a state whose late support bears interest, and the circles they lie in.
create index ix_case_file_policy on case_file (policy, circle_id) where status = 'open';

-- What is payable in a case comes of its receipts, but for what comes of none.
create index ix_payable_without_receipt on payable (case_id) where receipt_id is null;
