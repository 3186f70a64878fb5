CREATE TABLE "api_token" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_api_token" PRIMARY KEY,
    "token_hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "user_id" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    "revoked_at" TEXT NULL
);


CREATE TABLE "app_role" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_app_role" PRIMARY KEY,
    "name" TEXT NULL,
    "normalized_name" TEXT NULL,
    "concurrency_stamp" TEXT NULL
);


CREATE TABLE "audit_event" (
    "seq" INTEGER NOT NULL CONSTRAINT "pk_audit_event" PRIMARY KEY,
    "at_time" TEXT NOT NULL,
    "user_id" INTEGER NOT NULL,
    "user_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "object_kind" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);


CREATE TABLE "batch_run" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_batch_run" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "business_date" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "started_at" TEXT NOT NULL,
    "finished_at" TEXT NULL,
    "totals_json" TEXT NOT NULL
);


CREATE TABLE "business_day" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_business_day" PRIMARY KEY,
    "business_date" TEXT NOT NULL
);


CREATE TABLE "case_account" (
    "case_id" INTEGER NOT NULL CONSTRAINT "pk_case_account" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "current_due" INTEGER NOT NULL,
    "na" INTEGER NOT NULL,
    "pa" INTEGER NOT NULL,
    "ta" INTEGER NOT NULL,
    "ca" INTEGER NOT NULL,
    "uda" INTEGER NOT NULL,
    "upa" INTEGER NOT NULL,
    "fc" INTEGER NOT NULL,
    "med" INTEGER NOT NULL
);


CREATE TABLE "chain_link" (
    "book" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "commit_id" INTEGER NOT NULL,
    "entry_count" INTEGER NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "committed_at" TEXT NOT NULL,
    CONSTRAINT "pk_chain_link" PRIMARY KEY ("book", "seq")
);


CREATE TABLE "circle_merge" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_circle_merge" PRIMARY KEY,
    "from_id" INTEGER NOT NULL,
    "into_id" INTEGER NOT NULL,
    "merged_at" TEXT NOT NULL
);


CREATE TABLE "circle_state" (
    "circle_id" INTEGER NOT NULL CONSTRAINT "pk_circle_state" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "through_date" TEXT NOT NULL,
    "state_text" TEXT NOT NULL
);


CREATE TABLE "command_log" (
    "key" TEXT NOT NULL CONSTRAINT "pk_command_log" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "request_fields" TEXT NOT NULL,
    "reply_json" TEXT NOT NULL,
    "user_id" INTEGER NOT NULL,
    "at_time" TEXT NOT NULL
);


CREATE TABLE "custody_balance" (
    "account" TEXT NOT NULL CONSTRAINT "pk_custody_balance" PRIMARY KEY,
    "cents" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "data_protection_key" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_data_protection_key" PRIMARY KEY,
    "friendly_name" TEXT NOT NULL,
    "xml" TEXT NOT NULL
);


CREATE TABLE "disbursement_file" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_disbursement_file" PRIMARY KEY,
    "identity" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "business_date" TEXT NOT NULL,
    "created_by" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "released_by" INTEGER NULL,
    "released_at" TEXT NULL,
    "count" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "content_key" TEXT NOT NULL,
    "content" BLOB NOT NULL
);


CREATE TABLE "employer" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_employer" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "fein" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    "line1" TEXT NOT NULL,
    "line2" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "zip" TEXT NOT NULL
);


CREATE TABLE "fact_change" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_fact_change" PRIMARY KEY,
    "entity" TEXT NOT NULL,
    "entity_id" INTEGER NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "user_id" INTEGER NOT NULL,
    "at_time" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "command_key" TEXT NOT NULL
);


CREATE TABLE "id_block" (
    "kind" TEXT NOT NULL CONSTRAINT "pk_id_block" PRIMARY KEY,
    "next_id" INTEGER NOT NULL
);


CREATE TABLE "inbound_file" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_inbound_file" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "file_key" TEXT NOT NULL,
    "content_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "received_at" TEXT NOT NULL,
    "business_date" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "item_count" INTEGER NOT NULL,
    "posted_count" INTEGER NOT NULL,
    "duplicate_count" INTEGER NOT NULL,
    "credits" INTEGER NOT NULL,
    "debits" INTEGER NOT NULL,
    "posted" INTEGER NOT NULL,
    "faults_json" TEXT NOT NULL,
    "content" BLOB NOT NULL
);


CREATE TABLE "journal_entry" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_journal_entry" PRIMARY KEY,
    "commit_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "circle_id" INTEGER NOT NULL,
    "case_id" INTEGER NULL,
    "receipt_id" INTEGER NULL,
    "version" INTEGER NOT NULL,
    "reverses_version" INTEGER NULL,
    "effective_on" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "hash" BLOB NOT NULL,
    "reason" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "lines" TEXT NOT NULL
);


CREATE TABLE "office" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_office" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "code" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "fips" TEXT NOT NULL
);


CREATE TABLE "outbox_message" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_outbox_message" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "body" BLOB NOT NULL,
    "created_at" TEXT NOT NULL,
    "sent_at" TEXT NULL,
    "attempts" INTEGER NOT NULL
);


CREATE TABLE "person" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_person" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "first" TEXT NOT NULL,
    "middle" TEXT NOT NULL,
    "last" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "organization_name" TEXT NOT NULL,
    "born" TEXT NULL,
    "died" TEXT NULL,
    "ssn_digits" TEXT NULL,
    "ssn_status" TEXT NOT NULL,
    "family_violence" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "search_name" TEXT NOT NULL
);


CREATE TABLE "receipt_batch" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_receipt_batch" PRIMARY KEY,
    "declared_count" INTEGER NOT NULL,
    "declared_amount" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "opened_by" INTEGER NOT NULL,
    "closed_by" INTEGER NULL,
    "business_date" TEXT NOT NULL
);


CREATE TABLE "sign_in_session" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_sign_in_session" PRIMARY KEY,
    "key_hash" TEXT NOT NULL,
    "user_id" INTEGER NOT NULL,
    "started_at" TEXT NOT NULL,
    "last_seen_at" TEXT NOT NULL,
    "ended_at" TEXT NULL
);


CREATE TABLE "app_role_claim" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_app_role_claim" PRIMARY KEY AUTOINCREMENT,
    "role_id" INTEGER NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL,
    CONSTRAINT "fk_app_role_claim_role_id" FOREIGN KEY ("role_id") REFERENCES "app_role" ("id") ON DELETE CASCADE
);


CREATE TABLE "batch_step" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_batch_step" PRIMARY KEY,
    "run_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "totals_json" TEXT NOT NULL,
    CONSTRAINT "fk_batch_step_run_id" FOREIGN KEY ("run_id") REFERENCES "batch_run" ("id") ON DELETE RESTRICT
);


CREATE TABLE "employer_alias" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_employer_alias" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "employer_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    CONSTRAINT "fk_employer_alias_employer_id" FOREIGN KEY ("employer_id") REFERENCES "employer" ("id") ON DELETE RESTRICT
);


CREATE TABLE "inbound_item" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_inbound_item" PRIMARY KEY,
    "file_id" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "trace" TEXT NOT NULL,
    "item_key" TEXT NOT NULL,
    "content_key" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "effective_date" TEXT NULL,
    "ded_text" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "receipt_id" INTEGER NULL,
    "note" TEXT NOT NULL,
    CONSTRAINT "fk_inbound_item_file_id" FOREIGN KEY ("file_id") REFERENCES "inbound_file" ("id") ON DELETE RESTRICT
);


CREATE TABLE "address" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_address" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "line1" TEXT NOT NULL,
    "line2" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "zip" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    "verified" INTEGER NOT NULL,
    "bad" INTEGER NOT NULL,
    CONSTRAINT "fk_address_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "app_user" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_app_user" PRIMARY KEY,
    "display_name" TEXT NOT NULL,
    "office_id" INTEGER NULL,
    "person_id" INTEGER NULL,
    "disabled" INTEGER NOT NULL,
    "must_change_password" INTEGER NOT NULL,
    "user_name" TEXT NULL,
    "normalized_user_name" TEXT NULL,
    "email" TEXT NULL,
    "normalized_email" TEXT NULL,
    "email_confirmed" INTEGER NOT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NULL,
    "concurrency_stamp" TEXT NULL,
    "phone_number" TEXT NULL,
    "phone_number_confirmed" INTEGER NOT NULL,
    "two_factor_enabled" INTEGER NOT NULL,
    "lockout_end" TEXT NULL,
    "lockout_enabled" INTEGER NOT NULL,
    "access_failed_count" INTEGER NOT NULL,
    CONSTRAINT "fk_app_user_office_id" FOREIGN KEY ("office_id") REFERENCES "office" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_app_user_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "assistance_spell" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_assistance_spell" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "program" TEXT NOT NULL,
    "custodian_id" INTEGER NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    "agency_person_id" INTEGER NULL,
    "recorded_at" TEXT NOT NULL,
    "voided" INTEGER NOT NULL,
    CONSTRAINT "fk_assistance_spell_agency_person_id" FOREIGN KEY ("agency_person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_assistance_spell_custodian_id" FOREIGN KEY ("custodian_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "bank_account" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_bank_account" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "routing" TEXT NOT NULL,
    "account_number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "prenote_status" TEXT NOT NULL,
    "prenote_on" TEXT NULL,
    "prenote_trace" TEXT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    CONSTRAINT "fk_bank_account_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "employment" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_employment" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "employer_id" INTEGER NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    "source" TEXT NOT NULL,
    CONSTRAINT "fk_employment_employer_id" FOREIGN KEY ("employer_id") REFERENCES "employer" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_employment_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "overpayment_choice" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_overpayment_choice" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "intent" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    CONSTRAINT "fk_overpayment_choice_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "person_alias" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_person_alias" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "first" TEXT NOT NULL,
    "middle" TEXT NOT NULL,
    "last" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    CONSTRAINT "fk_person_alias_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "phone" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_phone" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    CONSTRAINT "fk_phone_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "batch_partition" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_batch_partition" PRIMARY KEY,
    "step_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "worker" TEXT NOT NULL,
    "lease_until" TEXT NULL,
    "token" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "item_count" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "error" TEXT NOT NULL,
    CONSTRAINT "fk_batch_partition_step_id" FOREIGN KEY ("step_id") REFERENCES "batch_step" ("id") ON DELETE RESTRICT
);


CREATE TABLE "app_user_claim" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_app_user_claim" PRIMARY KEY AUTOINCREMENT,
    "user_id" INTEGER NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL,
    CONSTRAINT "fk_app_user_claim_user_id" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id") ON DELETE CASCADE
);


CREATE TABLE "app_user_login" (
    "login_provider" TEXT NOT NULL,
    "provider_key" TEXT NOT NULL,
    "provider_display_name" TEXT NULL,
    "user_id" INTEGER NOT NULL,
    CONSTRAINT "pk_app_user_login" PRIMARY KEY ("login_provider", "provider_key"),
    CONSTRAINT "fk_app_user_login_user_id" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id") ON DELETE CASCADE
);


CREATE TABLE "app_user_role" (
    "user_id" INTEGER NOT NULL,
    "role_id" INTEGER NOT NULL,
    CONSTRAINT "pk_app_user_role" PRIMARY KEY ("user_id", "role_id"),
    CONSTRAINT "fk_app_user_role_role_id" FOREIGN KEY ("role_id") REFERENCES "app_role" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_app_user_role_user_id" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id") ON DELETE CASCADE
);


CREATE TABLE "app_user_token" (
    "user_id" INTEGER NOT NULL,
    "login_provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NULL,
    CONSTRAINT "pk_app_user_token" PRIMARY KEY ("user_id", "login_provider", "name"),
    CONSTRAINT "fk_app_user_token_user_id" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id") ON DELETE CASCADE
);


CREATE TABLE "case_file" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_case_file" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "circle_id" INTEGER NOT NULL,
    "obligor_id" INTEGER NOT NULL,
    "custodian_id" INTEGER NOT NULL,
    "policy" TEXT NOT NULL,
    "office_id" INTEGER NOT NULL,
    "worker_id" INTEGER NULL,
    "ivd_type" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "snap_mandatory" INTEGER NOT NULL,
    "opened_on" TEXT NOT NULL,
    "closed_on" TEXT NULL,
    CONSTRAINT "fk_case_file_custodian_id" FOREIGN KEY ("custodian_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_case_file_obligor_id" FOREIGN KEY ("obligor_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_case_file_office_id" FOREIGN KEY ("office_id") REFERENCES "office" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_case_file_worker_id" FOREIGN KEY ("worker_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT
);


CREATE TABLE "assistance_grant" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_assistance_grant" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "natural_key" TEXT NOT NULL,
    "spell_id" INTEGER NULL,
    "custodian_id" INTEGER NOT NULL,
    "program" TEXT NOT NULL,
    "month" INTEGER NOT NULL,
    "effective_on" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "member_id" INTEGER NULL,
    "recorded_at" TEXT NOT NULL,
    CONSTRAINT "fk_assistance_grant_custodian_id" FOREIGN KEY ("custodian_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_assistance_grant_member_id" FOREIGN KEY ("member_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_assistance_grant_spell_id" FOREIGN KEY ("spell_id") REFERENCES "assistance_spell" ("id") ON DELETE RESTRICT
);


CREATE TABLE "spell_member" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_spell_member" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "spell_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    CONSTRAINT "fk_spell_member_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_spell_member_spell_id" FOREIGN KEY ("spell_id") REFERENCES "assistance_spell" ("id") ON DELETE RESTRICT
);


CREATE TABLE "disbursement" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_disbursement" PRIMARY KEY,
    "natural_key" TEXT NOT NULL,
    "file_id" INTEGER NULL,
    "payee_id" INTEGER NOT NULL,
    "method" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "on_day" TEXT NOT NULL,
    "bank_account_id" INTEGER NULL,
    "trace" TEXT NULL,
    "status" TEXT NOT NULL,
    "stub_json" TEXT NOT NULL,
    CONSTRAINT "fk_disbursement_bank_account_id" FOREIGN KEY ("bank_account_id") REFERENCES "bank_account" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_disbursement_file_id" FOREIGN KEY ("file_id") REFERENCES "disbursement_file" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_disbursement_payee_id" FOREIGN KEY ("payee_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "payee_method" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_payee_method" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "method" TEXT NOT NULL,
    "bank_account_id" INTEGER NULL,
    "fips" TEXT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    CONSTRAINT "fk_payee_method_bank_account_id" FOREIGN KEY ("bank_account_id") REFERENCES "bank_account" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_payee_method_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "case_event" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_case_event" PRIMARY KEY,
    "case_id" INTEGER NOT NULL,
    "on_day" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "source_key" TEXT NOT NULL,
    CONSTRAINT "fk_case_event_case_id" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT
);


CREATE TABLE "determination" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_determination" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "natural_key" TEXT NOT NULL,
    "case_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "edition" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "law_date" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "obligor_id" INTEGER NOT NULL,
    "other_parent_id" INTEGER NULL,
    "started_on" TEXT NOT NULL,
    "completed_on" TEXT NULL,
    "decided_on" TEXT NULL,
    "decided_by" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "accepted_ordinal" INTEGER NULL,
    CONSTRAINT "fk_determination_case_id" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_determination_obligor_id" FOREIGN KEY ("obligor_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_determination_other_parent_id" FOREIGN KEY ("other_parent_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "participant" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_participant" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "case_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    CONSTRAINT "fk_participant_case_id" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_participant_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "support_order" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_support_order" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "case_id" INTEGER NOT NULL,
    "tribunal" TEXT NOT NULL,
    "docket" TEXT NOT NULL,
    "issuing_state" TEXT NOT NULL,
    "signed_on" TEXT NOT NULL,
    "effective_on" TEXT NOT NULL,
    "ends_on" TEXT NULL,
    CONSTRAINT "fk_support_order_case_id" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT
);


CREATE TABLE "work_task" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_work_task" PRIMARY KEY,
    "case_id" INTEGER NULL,
    "person_id" INTEGER NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "citation" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "created_on" TEXT NOT NULL,
    "done_on" TEXT NULL,
    "done_by" INTEGER NULL,
    "outcome" TEXT NULL,
    CONSTRAINT "fk_work_task_case_id" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_work_task_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "support_scenario" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_support_scenario" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "determination_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "typed_json" TEXT NOT NULL,
    "facts_json" TEXT NOT NULL,
    "result_json" TEXT NOT NULL,
    "faults_json" TEXT NOT NULL,
    "law_version" TEXT NOT NULL,
    "removed" INTEGER NOT NULL,
    CONSTRAINT "fk_support_scenario_determination_id" FOREIGN KEY ("determination_id") REFERENCES "determination" ("id") ON DELETE RESTRICT
);


CREATE TABLE "obligation" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_obligation" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "order_id" INTEGER NOT NULL,
    "case_id" INTEGER NOT NULL,
    "natural_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "supported_person_id" INTEGER NULL,
    "joint_group" TEXT NULL,
    "secondary" INTEGER NOT NULL,
    "end_rule" TEXT NOT NULL,
    "ends_on" TEXT NULL,
    "end_state" TEXT NULL,
    "end_event" TEXT NOT NULL,
    "prorate_partial" INTEGER NOT NULL,
    "direct_to_medicaid" INTEGER NOT NULL,
    CONSTRAINT "fk_obligation_case_id" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_obligation_order_id" FOREIGN KEY ("order_id") REFERENCES "support_order" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_obligation_supported_person_id" FOREIGN KEY ("supported_person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "order_proposal" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_order_proposal" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "case_id" INTEGER NOT NULL,
    "determination_id" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "frequency" TEXT NOT NULL,
    "begins_on" TEXT NOT NULL,
    "order_id" INTEGER NULL,
    "entered_on" TEXT NULL,
    CONSTRAINT "fk_order_proposal_case_id" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_order_proposal_determination_id" FOREIGN KEY ("determination_id") REFERENCES "determination" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_order_proposal_order_id" FOREIGN KEY ("order_id") REFERENCES "support_order" ("id") ON DELETE RESTRICT
);


CREATE TABLE "receipt" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_receipt" PRIMARY KEY,
    "natural_key" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "tender" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "net_amount" INTEGER NOT NULL,
    "collected_on" TEXT NOT NULL,
    "received_on" TEXT NOT NULL,
    "withheld_on" TEXT NULL,
    "obligor_id" INTEGER NULL,
    "directed_case_id" INTEGER NULL,
    "directed_order_id" INTEGER NULL,
    "employer_id" INTEGER NULL,
    "joint_return" INTEGER NOT NULL,
    "notice_on" TEXT NULL,
    "payor_name" TEXT NOT NULL,
    "ssn_digits" TEXT NULL,
    "check_number" TEXT NOT NULL,
    "batch_id" INTEGER NULL,
    "inbound_item_id" INTEGER NULL,
    "status" TEXT NOT NULL,
    "returned_amount" INTEGER NOT NULL,
    "returned_on" TEXT NULL,
    "return_reason" TEXT NULL,
    "manual_json" TEXT NULL,
    "protected" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    CONSTRAINT "fk_receipt_batch_id" FOREIGN KEY ("batch_id") REFERENCES "receipt_batch" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_receipt_directed_case_id" FOREIGN KEY ("directed_case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_receipt_directed_order_id" FOREIGN KEY ("directed_order_id") REFERENCES "support_order" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_receipt_employer_id" FOREIGN KEY ("employer_id") REFERENCES "employer" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_receipt_inbound_item_id" FOREIGN KEY ("inbound_item_id") REFERENCES "inbound_item" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_receipt_obligor_id" FOREIGN KEY ("obligor_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "input_evidence" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_input_evidence" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "scenario_id" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "said_by" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "document_date" TEXT NULL,
    "reason" TEXT NOT NULL,
    "conditions_json" TEXT NOT NULL,
    "working_json" TEXT NOT NULL,
    "worked" INTEGER NULL,
    "voided" INTEGER NOT NULL,
    CONSTRAINT "fk_input_evidence_scenario_id" FOREIGN KEY ("scenario_id") REFERENCES "support_scenario" ("id") ON DELETE RESTRICT
);


CREATE TABLE "support_finding" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_support_finding" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "scenario_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "says" TEXT NOT NULL,
    "found_by" TEXT NOT NULL,
    "found_on" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "voided" INTEGER NOT NULL,
    CONSTRAINT "fk_support_finding_scenario_id" FOREIGN KEY ("scenario_id") REFERENCES "support_scenario" ("id") ON DELETE RESTRICT
);


CREATE TABLE "adjustment" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_adjustment" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "natural_key" TEXT NOT NULL,
    "case_id" INTEGER NOT NULL,
    "obligation_id" INTEGER NOT NULL,
    "debt_class" TEXT NULL,
    "month" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "on_day" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_at" TEXT NOT NULL,
    CONSTRAINT "fk_adjustment_case_id" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_adjustment_obligation_id" FOREIGN KEY ("obligation_id") REFERENCES "obligation" ("id") ON DELETE RESTRICT
);


CREATE TABLE "obligation_term" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_obligation_term" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "obligation_id" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "frequency" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    "anchor_date" TEXT NOT NULL,
    "due_day2" INTEGER NULL,
    "recorded_at" TEXT NOT NULL,
    CONSTRAINT "fk_obligation_term_obligation_id" FOREIGN KEY ("obligation_id") REFERENCES "obligation" ("id") ON DELETE RESTRICT
);


CREATE TABLE "opening_balance" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_opening_balance" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "case_id" INTEGER NOT NULL,
    "obligation_id" INTEGER NOT NULL,
    "debt_class" TEXT NOT NULL,
    "month" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "as_of" TEXT NOT NULL,
    "source_document" TEXT NOT NULL,
    "audited" INTEGER NOT NULL,
    CONSTRAINT "fk_opening_balance_case_id" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_opening_balance_obligation_id" FOREIGN KEY ("obligation_id") REFERENCES "obligation" ("id") ON DELETE RESTRICT
);


CREATE TABLE "proposed_obligation" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_proposed_obligation" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "proposal_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "payment_kind" TEXT NOT NULL,
    "supported_person_id" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "citation" TEXT NOT NULL,
    "obligation_key" TEXT NOT NULL,
    CONSTRAINT "fk_proposed_obligation_proposal_id" FOREIGN KEY ("proposal_id") REFERENCES "order_proposal" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_proposed_obligation_supported_person_id" FOREIGN KEY ("supported_person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "hold" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_hold" PRIMARY KEY,
    "receipt_id" INTEGER NULL,
    "case_id" INTEGER NULL,
    "payee_id" INTEGER NULL,
    "amount" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "citation" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "placed_on" TEXT NOT NULL,
    "review_on" TEXT NOT NULL,
    "release_on" TEXT NULL,
    "released_on" TEXT NULL,
    "released_by" INTEGER NULL,
    "release_reason" TEXT NULL,
    "status" TEXT NOT NULL,
    CONSTRAINT "fk_hold_case_id" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_hold_payee_id" FOREIGN KEY ("payee_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_hold_receipt_id" FOREIGN KEY ("receipt_id") REFERENCES "receipt" ("id") ON DELETE RESTRICT
);


CREATE TABLE "identification" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_identification" PRIMARY KEY,
    "receipt_id" INTEGER NOT NULL,
    "obligor_id" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "why_text" TEXT NOT NULL,
    "by_user" INTEGER NOT NULL,
    "at_time" TEXT NOT NULL,
    "undone" INTEGER NOT NULL,
    CONSTRAINT "fk_identification_obligor_id" FOREIGN KEY ("obligor_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_identification_receipt_id" FOREIGN KEY ("receipt_id") REFERENCES "receipt" ("id") ON DELETE RESTRICT
);


CREATE TABLE "recovery" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_recovery" PRIMARY KEY,
    "payee_id" INTEGER NOT NULL,
    "case_id" INTEGER NULL,
    "receipt_id" INTEGER NULL,
    "amount" INTEGER NOT NULL,
    "recovered" INTEGER NOT NULL,
    "consent" TEXT NOT NULL,
    "consent_on" TEXT NULL,
    "ppm" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    CONSTRAINT "fk_recovery_case_id" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_recovery_payee_id" FOREIGN KEY ("payee_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_recovery_receipt_id" FOREIGN KEY ("receipt_id") REFERENCES "receipt" ("id") ON DELETE RESTRICT
);


CREATE TABLE "payable" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_payable" PRIMARY KEY,
    "payee_id" INTEGER NOT NULL,
    "payee_kind" TEXT NOT NULL,
    "case_id" INTEGER NULL,
    "receipt_id" INTEGER NULL,
    "entry_key" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "due_on" TEXT NOT NULL,
    "clock_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "hold_id" INTEGER NULL,
    "disbursement_id" INTEGER NULL,
    "created_on" TEXT NOT NULL,
    CONSTRAINT "fk_payable_case_id" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_payable_disbursement_id" FOREIGN KEY ("disbursement_id") REFERENCES "disbursement" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_payable_hold_id" FOREIGN KEY ("hold_id") REFERENCES "hold" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_payable_payee_id" FOREIGN KEY ("payee_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_payable_receipt_id" FOREIGN KEY ("receipt_id") REFERENCES "receipt" ("id") ON DELETE RESTRICT
);


CREATE INDEX "ix_address_person_id" ON "address" ("person_id");


CREATE INDEX "ix_adjustment_case_id" ON "adjustment" ("case_id");


CREATE UNIQUE INDEX "ux_adjustment_natural_key" ON "adjustment" ("natural_key");


CREATE INDEX "ix_api_token_user_id" ON "api_token" ("user_id");


CREATE UNIQUE INDEX "ux_api_token_token_hash" ON "api_token" ("token_hash");


CREATE UNIQUE INDEX "ux_app_role_normalized_name" ON "app_role" ("normalized_name");


CREATE INDEX "ix_app_user_normalized_email" ON "app_user" ("normalized_email");


CREATE UNIQUE INDEX "ux_app_user_normalized_user_name" ON "app_user" ("normalized_user_name");


CREATE INDEX "ix_assistance_grant_custodian_id" ON "assistance_grant" ("custodian_id");


CREATE UNIQUE INDEX "ux_assistance_grant_natural_key" ON "assistance_grant" ("natural_key");


CREATE INDEX "ix_assistance_spell_custodian_id" ON "assistance_spell" ("custodian_id");


CREATE INDEX "ix_audit_event_object_kind_object_id" ON "audit_event" ("object_kind", "object_id");


CREATE INDEX "ix_audit_event_user_id_at_time" ON "audit_event" ("user_id", "at_time");


CREATE INDEX "ix_bank_account_person_id" ON "bank_account" ("person_id");


CREATE UNIQUE INDEX "ux_batch_partition_step_id_number" ON "batch_partition" ("step_id", "number");


CREATE UNIQUE INDEX "ux_batch_run_key" ON "batch_run" ("key");


CREATE UNIQUE INDEX "ux_batch_step_run_id_ordinal" ON "batch_step" ("run_id", "ordinal");


CREATE INDEX "ix_case_event_case_id_on_day" ON "case_event" ("case_id", "on_day");


CREATE UNIQUE INDEX "ux_case_event_source_key" ON "case_event" ("source_key");


CREATE INDEX "ix_case_file_circle_id" ON "case_file" ("circle_id");


CREATE INDEX "ix_case_file_custodian_id" ON "case_file" ("custodian_id");


CREATE INDEX "ix_case_file_obligor_id" ON "case_file" ("obligor_id");


CREATE INDEX "ix_case_file_worker_id" ON "case_file" ("worker_id");


CREATE UNIQUE INDEX "ux_case_file_number" ON "case_file" ("number");


CREATE INDEX "ix_chain_link_commit_id" ON "chain_link" ("commit_id");


CREATE INDEX "ix_circle_merge_into_id" ON "circle_merge" ("into_id");


CREATE INDEX "ix_determination_case_id" ON "determination" ("case_id");


CREATE UNIQUE INDEX "ux_determination_natural_key" ON "determination" ("natural_key");


CREATE INDEX "ix_disbursement_file_id" ON "disbursement" ("file_id");


CREATE INDEX "ix_disbursement_payee_id" ON "disbursement" ("payee_id");


CREATE INDEX "ix_disbursement_trace" ON "disbursement" ("trace");


CREATE UNIQUE INDEX "ux_disbursement_natural_key" ON "disbursement" ("natural_key");


CREATE UNIQUE INDEX "ux_disbursement_file_identity" ON "disbursement_file" ("identity");


CREATE INDEX "ix_employer_search_name" ON "employer" ("search_name");


CREATE UNIQUE INDEX "ux_employer_fein" ON "employer" ("fein");


CREATE INDEX "ix_employer_alias_employer_id" ON "employer_alias" ("employer_id");


CREATE INDEX "ix_employer_alias_search_name" ON "employer_alias" ("search_name");


CREATE INDEX "ix_employment_employer_id" ON "employment" ("employer_id");


CREATE INDEX "ix_employment_person_id" ON "employment" ("person_id");


CREATE INDEX "ix_fact_change_entity_entity_id" ON "fact_change" ("entity", "entity_id");


CREATE INDEX "ix_hold_case_id" ON "hold" ("case_id");


CREATE INDEX "ix_hold_receipt_id" ON "hold" ("receipt_id");


CREATE INDEX "ix_hold_status_review_on" ON "hold" ("status", "review_on");


CREATE INDEX "ix_identification_receipt_id" ON "identification" ("receipt_id");


CREATE INDEX "ix_inbound_file_content_key" ON "inbound_file" ("content_key");


CREATE INDEX "ix_inbound_file_file_key" ON "inbound_file" ("file_key");


CREATE INDEX "ix_inbound_item_file_id" ON "inbound_item" ("file_id");


CREATE UNIQUE INDEX "ux_inbound_item_item_key" ON "inbound_item" ("item_key");


CREATE INDEX "ix_input_evidence_scenario_id" ON "input_evidence" ("scenario_id");


CREATE INDEX "ix_journal_entry_circle_id" ON "journal_entry" ("circle_id") WHERE circle_id <> 0;


CREATE INDEX "ix_journal_entry_commit_id" ON "journal_entry" ("commit_id");


CREATE INDEX "ix_journal_entry_receipt_id" ON "journal_entry" ("receipt_id") WHERE receipt_id is not null;


CREATE UNIQUE INDEX "ux_journal_entry_key_version" ON "journal_entry" ("key", "version");


CREATE INDEX "ix_obligation_case_id" ON "obligation" ("case_id");


CREATE UNIQUE INDEX "ux_obligation_natural_key" ON "obligation" ("natural_key");


CREATE INDEX "ix_obligation_term_obligation_id" ON "obligation_term" ("obligation_id");


CREATE UNIQUE INDEX "ux_office_code" ON "office" ("code");


CREATE INDEX "ix_opening_balance_case_id" ON "opening_balance" ("case_id");


CREATE INDEX "ix_order_proposal_determination_id" ON "order_proposal" ("determination_id");


CREATE INDEX "ix_outbox_message_sent_at" ON "outbox_message" ("sent_at");


CREATE INDEX "ix_overpayment_choice_person_id" ON "overpayment_choice" ("person_id");


CREATE INDEX "ix_participant_case_id" ON "participant" ("case_id");


CREATE INDEX "ix_participant_person_id" ON "participant" ("person_id");


CREATE INDEX "ix_payable_disbursement_id" ON "payable" ("disbursement_id") WHERE disbursement_id is not null;


CREATE INDEX "ix_payable_receipt_id" ON "payable" ("receipt_id");


CREATE INDEX "ix_payable_status_due_on" ON "payable" ("status", "due_on");


CREATE INDEX "ix_payee_method_person_id" ON "payee_method" ("person_id");


CREATE INDEX "ix_person_search_name" ON "person" ("search_name");


CREATE INDEX "ix_person_ssn_digits" ON "person" ("ssn_digits");


CREATE UNIQUE INDEX "ux_person_number" ON "person" ("number");


CREATE INDEX "ix_person_alias_person_id" ON "person_alias" ("person_id");


CREATE INDEX "ix_person_alias_search_name" ON "person_alias" ("search_name");


CREATE INDEX "ix_phone_person_id" ON "phone" ("person_id");


CREATE UNIQUE INDEX "ux_proposed_obligation_proposal_id_ordinal" ON "proposed_obligation" ("proposal_id", "ordinal");


CREATE INDEX "ix_receipt_obligor_id" ON "receipt" ("obligor_id");


CREATE INDEX "ix_receipt_received_on_id" ON "receipt" ("received_on", "id");


CREATE INDEX "ix_receipt_status_received_on" ON "receipt" ("status", "received_on");


CREATE UNIQUE INDEX "ux_receipt_natural_key" ON "receipt" ("natural_key");


CREATE INDEX "ix_recovery_payee_id" ON "recovery" ("payee_id");


CREATE INDEX "ix_sign_in_session_user_id" ON "sign_in_session" ("user_id");


CREATE UNIQUE INDEX "ux_sign_in_session_key_hash" ON "sign_in_session" ("key_hash");


CREATE INDEX "ix_spell_member_spell_id" ON "spell_member" ("spell_id");


CREATE INDEX "ix_support_finding_scenario_id" ON "support_finding" ("scenario_id");


CREATE INDEX "ix_support_order_case_id" ON "support_order" ("case_id");


CREATE INDEX "ix_support_order_docket" ON "support_order" ("docket");


CREATE UNIQUE INDEX "ux_support_scenario_determination_id_ordinal" ON "support_scenario" ("determination_id", "ordinal");


CREATE INDEX "ix_work_task_case_id" ON "work_task" ("case_id");


CREATE INDEX "ix_work_task_owner_done_on_due_on" ON "work_task" ("owner", "done_on", "due_on");
