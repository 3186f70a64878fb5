CREATE TABLE api_token (
    id bigint NOT NULL,
    token_hash text NOT NULL,
    name text NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT pk_api_token PRIMARY KEY (id)
);


CREATE TABLE app_role (
    id bigint NOT NULL,
    name character varying(256),
    normalized_name character varying(256),
    concurrency_stamp text,
    CONSTRAINT pk_app_role PRIMARY KEY (id)
);


CREATE TABLE audit_event (
    seq bigint NOT NULL,
    at_time timestamp with time zone NOT NULL,
    user_id bigint NOT NULL,
    user_name text NOT NULL,
    action text NOT NULL,
    object_kind text NOT NULL,
    object_id text NOT NULL,
    detail text NOT NULL,
    prev_hash text NOT NULL,
    hash text NOT NULL,
    CONSTRAINT pk_audit_event PRIMARY KEY (seq)
);


CREATE TABLE batch_run (
    id bigint NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    business_date date NOT NULL,
    status text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    totals_json text NOT NULL,
    CONSTRAINT pk_batch_run PRIMARY KEY (id)
);


CREATE TABLE business_day (
    id bigint NOT NULL,
    business_date date NOT NULL,
    CONSTRAINT pk_business_day PRIMARY KEY (id)
);


CREATE TABLE case_account (
    case_id bigint NOT NULL,
    version integer NOT NULL,
    current_due bigint NOT NULL,
    na bigint NOT NULL,
    pa bigint NOT NULL,
    ta bigint NOT NULL,
    ca bigint NOT NULL,
    uda bigint NOT NULL,
    upa bigint NOT NULL,
    fc bigint NOT NULL,
    med bigint NOT NULL,
    CONSTRAINT pk_case_account PRIMARY KEY (case_id)
);


CREATE TABLE chain_link (
    book text NOT NULL,
    seq bigint NOT NULL,
    commit_id bigint NOT NULL,
    entry_count integer NOT NULL,
    prev_hash text NOT NULL,
    hash text NOT NULL,
    committed_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_chain_link PRIMARY KEY (book, seq)
);


CREATE TABLE circle_merge (
    id bigint NOT NULL,
    from_id bigint NOT NULL,
    into_id bigint NOT NULL,
    merged_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_circle_merge PRIMARY KEY (id)
);


CREATE TABLE circle_state (
    circle_id bigint NOT NULL,
    version integer NOT NULL,
    through_date date NOT NULL,
    state_text text NOT NULL,
    CONSTRAINT pk_circle_state PRIMARY KEY (circle_id)
);


CREATE TABLE command_log (
    key text NOT NULL,
    kind text NOT NULL,
    request_hash text NOT NULL,
    request_fields text NOT NULL,
    reply_json text NOT NULL,
    user_id bigint NOT NULL,
    at_time timestamp with time zone NOT NULL,
    CONSTRAINT pk_command_log PRIMARY KEY (key)
);


CREATE TABLE custody_balance (
    account text NOT NULL,
    cents bigint NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_custody_balance PRIMARY KEY (account)
);


CREATE TABLE data_protection_key (
    id bigint NOT NULL,
    friendly_name text NOT NULL,
    xml text NOT NULL,
    CONSTRAINT pk_data_protection_key PRIMARY KEY (id)
);


CREATE TABLE disbursement_file (
    id bigint NOT NULL,
    identity text NOT NULL,
    kind text NOT NULL,
    business_date date NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    released_by bigint,
    released_at timestamp with time zone,
    count integer NOT NULL,
    amount bigint NOT NULL,
    status text NOT NULL,
    content_key text NOT NULL,
    content bytea NOT NULL,
    CONSTRAINT pk_disbursement_file PRIMARY KEY (id)
);


CREATE TABLE employer (
    id bigint NOT NULL,
    version integer NOT NULL,
    fein text NOT NULL,
    name text NOT NULL,
    search_name text NOT NULL,
    line1 text NOT NULL,
    line2 text NOT NULL,
    city text NOT NULL,
    state text NOT NULL,
    zip text NOT NULL,
    CONSTRAINT pk_employer PRIMARY KEY (id)
);


CREATE TABLE fact_change (
    id bigint NOT NULL,
    entity text NOT NULL,
    entity_id bigint NOT NULL,
    before text NOT NULL,
    after text NOT NULL,
    user_id bigint NOT NULL,
    at_time timestamp with time zone NOT NULL,
    why text NOT NULL,
    command_key text NOT NULL,
    CONSTRAINT pk_fact_change PRIMARY KEY (id)
);


CREATE TABLE id_block (
    kind text NOT NULL,
    next_id bigint NOT NULL,
    CONSTRAINT pk_id_block PRIMARY KEY (kind)
);


CREATE TABLE inbound_file (
    id bigint NOT NULL,
    name text NOT NULL,
    file_key text NOT NULL,
    content_key text NOT NULL,
    kind text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    business_date date NOT NULL,
    status text NOT NULL,
    item_count integer NOT NULL,
    posted_count integer NOT NULL,
    duplicate_count integer NOT NULL,
    credits bigint NOT NULL,
    debits bigint NOT NULL,
    posted bigint NOT NULL,
    faults_json text NOT NULL,
    content bytea NOT NULL,
    CONSTRAINT pk_inbound_file PRIMARY KEY (id)
);


CREATE TABLE journal_entry (
    id bigint NOT NULL,
    commit_id bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    circle_id bigint NOT NULL,
    case_id bigint,
    receipt_id bigint,
    version integer NOT NULL,
    reverses_version integer,
    effective_on date NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    hash bytea NOT NULL,
    reason text NOT NULL,
    detail text NOT NULL,
    lines text NOT NULL,
    CONSTRAINT pk_journal_entry PRIMARY KEY (id)
);


CREATE TABLE office (
    id bigint NOT NULL,
    version integer NOT NULL,
    code integer NOT NULL,
    name text NOT NULL,
    state text NOT NULL,
    fips text NOT NULL,
    CONSTRAINT pk_office PRIMARY KEY (id)
);


CREATE TABLE outbox_message (
    id bigint NOT NULL,
    kind text NOT NULL,
    target text NOT NULL,
    body bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    attempts integer NOT NULL,
    CONSTRAINT pk_outbox_message PRIMARY KEY (id)
);


CREATE TABLE person (
    id bigint NOT NULL,
    version integer NOT NULL,
    number text NOT NULL,
    kind text NOT NULL,
    first text NOT NULL,
    middle text NOT NULL,
    last text NOT NULL,
    suffix text NOT NULL,
    organization_name text NOT NULL,
    born date,
    died date,
    ssn_digits text,
    ssn_status text NOT NULL,
    family_violence boolean NOT NULL,
    language text NOT NULL,
    search_name text NOT NULL,
    CONSTRAINT pk_person PRIMARY KEY (id)
);


CREATE TABLE receipt_batch (
    id bigint NOT NULL,
    declared_count integer NOT NULL,
    declared_amount bigint NOT NULL,
    status text NOT NULL,
    opened_by bigint NOT NULL,
    closed_by bigint,
    business_date date NOT NULL,
    CONSTRAINT pk_receipt_batch PRIMARY KEY (id)
);


CREATE TABLE sign_in_session (
    id bigint NOT NULL,
    key_hash text NOT NULL,
    user_id bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT pk_sign_in_session PRIMARY KEY (id)
);


CREATE TABLE app_role_claim (
    id integer GENERATED BY DEFAULT AS IDENTITY,
    role_id bigint NOT NULL,
    claim_type text,
    claim_value text,
    CONSTRAINT pk_app_role_claim PRIMARY KEY (id),
    CONSTRAINT fk_app_role_claim_role_id FOREIGN KEY (role_id) REFERENCES app_role (id) ON DELETE CASCADE
);


CREATE TABLE batch_step (
    id bigint NOT NULL,
    run_id bigint NOT NULL,
    ordinal integer NOT NULL,
    name text NOT NULL,
    status text NOT NULL,
    totals_json text NOT NULL,
    CONSTRAINT pk_batch_step PRIMARY KEY (id),
    CONSTRAINT fk_batch_step_run_id FOREIGN KEY (run_id) REFERENCES batch_run (id) ON DELETE RESTRICT
);


CREATE TABLE employer_alias (
    id bigint NOT NULL,
    version integer NOT NULL,
    employer_id bigint NOT NULL,
    name text NOT NULL,
    search_name text NOT NULL,
    CONSTRAINT pk_employer_alias PRIMARY KEY (id),
    CONSTRAINT fk_employer_alias_employer_id FOREIGN KEY (employer_id) REFERENCES employer (id) ON DELETE RESTRICT
);


CREATE TABLE inbound_item (
    id bigint NOT NULL,
    file_id bigint NOT NULL,
    line integer NOT NULL,
    kind text NOT NULL,
    trace text NOT NULL,
    item_key text NOT NULL,
    content_key text NOT NULL,
    amount bigint NOT NULL,
    effective_date date,
    ded_text text NOT NULL,
    status text NOT NULL,
    receipt_id bigint,
    note text NOT NULL,
    CONSTRAINT pk_inbound_item PRIMARY KEY (id),
    CONSTRAINT fk_inbound_item_file_id FOREIGN KEY (file_id) REFERENCES inbound_file (id) ON DELETE RESTRICT
);


CREATE TABLE address (
    id bigint NOT NULL,
    version integer NOT NULL,
    person_id bigint NOT NULL,
    type text NOT NULL,
    line1 text NOT NULL,
    line2 text NOT NULL,
    city text NOT NULL,
    state text NOT NULL,
    zip text NOT NULL,
    country text NOT NULL,
    source text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    verified boolean NOT NULL,
    bad boolean NOT NULL,
    CONSTRAINT pk_address PRIMARY KEY (id),
    CONSTRAINT fk_address_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT
);


CREATE TABLE app_user (
    id bigint NOT NULL,
    display_name text NOT NULL,
    office_id bigint,
    person_id bigint,
    disabled boolean NOT NULL,
    must_change_password boolean NOT NULL,
    user_name character varying(256),
    normalized_user_name character varying(256),
    email character varying(256),
    normalized_email character varying(256),
    email_confirmed boolean NOT NULL,
    password_hash text,
    security_stamp text,
    concurrency_stamp text,
    phone_number text,
    phone_number_confirmed boolean NOT NULL,
    two_factor_enabled boolean NOT NULL,
    lockout_end timestamp with time zone,
    lockout_enabled boolean NOT NULL,
    access_failed_count integer NOT NULL,
    CONSTRAINT pk_app_user PRIMARY KEY (id),
    CONSTRAINT fk_app_user_office_id FOREIGN KEY (office_id) REFERENCES office (id) ON DELETE RESTRICT,
    CONSTRAINT fk_app_user_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT
);


CREATE TABLE assistance_spell (
    id bigint NOT NULL,
    version integer NOT NULL,
    program text NOT NULL,
    custodian_id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    agency_person_id bigint,
    recorded_at timestamp with time zone NOT NULL,
    voided boolean NOT NULL,
    CONSTRAINT pk_assistance_spell PRIMARY KEY (id),
    CONSTRAINT fk_assistance_spell_agency_person_id FOREIGN KEY (agency_person_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_assistance_spell_custodian_id FOREIGN KEY (custodian_id) REFERENCES person (id) ON DELETE RESTRICT
);


CREATE TABLE bank_account (
    id bigint NOT NULL,
    version integer NOT NULL,
    person_id bigint NOT NULL,
    routing text NOT NULL,
    account_number text NOT NULL,
    kind text NOT NULL,
    prenote_status text NOT NULL,
    prenote_on date,
    prenote_trace text,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT pk_bank_account PRIMARY KEY (id),
    CONSTRAINT fk_bank_account_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT
);


CREATE TABLE employment (
    id bigint NOT NULL,
    version integer NOT NULL,
    person_id bigint NOT NULL,
    employer_id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    source text NOT NULL,
    CONSTRAINT pk_employment PRIMARY KEY (id),
    CONSTRAINT fk_employment_employer_id FOREIGN KEY (employer_id) REFERENCES employer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_employment_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT
);


CREATE TABLE overpayment_choice (
    id bigint NOT NULL,
    version integer NOT NULL,
    person_id bigint NOT NULL,
    intent text NOT NULL,
    valid_from date NOT NULL,
    CONSTRAINT pk_overpayment_choice PRIMARY KEY (id),
    CONSTRAINT fk_overpayment_choice_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT
);


CREATE TABLE person_alias (
    id bigint NOT NULL,
    version integer NOT NULL,
    person_id bigint NOT NULL,
    first text NOT NULL,
    middle text NOT NULL,
    last text NOT NULL,
    search_name text NOT NULL,
    CONSTRAINT pk_person_alias PRIMARY KEY (id),
    CONSTRAINT fk_person_alias_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT
);


CREATE TABLE phone (
    id bigint NOT NULL,
    version integer NOT NULL,
    person_id bigint NOT NULL,
    number text NOT NULL,
    kind text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT pk_phone PRIMARY KEY (id),
    CONSTRAINT fk_phone_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT
);


CREATE TABLE batch_partition (
    id bigint NOT NULL,
    step_id bigint NOT NULL,
    number integer NOT NULL,
    status text NOT NULL,
    worker text NOT NULL,
    lease_until timestamp with time zone,
    token bigint NOT NULL,
    content text NOT NULL,
    item_count integer NOT NULL,
    amount bigint NOT NULL,
    error text NOT NULL,
    CONSTRAINT pk_batch_partition PRIMARY KEY (id),
    CONSTRAINT fk_batch_partition_step_id FOREIGN KEY (step_id) REFERENCES batch_step (id) ON DELETE RESTRICT
);


CREATE TABLE app_user_claim (
    id integer GENERATED BY DEFAULT AS IDENTITY,
    user_id bigint NOT NULL,
    claim_type text,
    claim_value text,
    CONSTRAINT pk_app_user_claim PRIMARY KEY (id),
    CONSTRAINT fk_app_user_claim_user_id FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
);


CREATE TABLE app_user_login (
    login_provider text NOT NULL,
    provider_key text NOT NULL,
    provider_display_name text,
    user_id bigint NOT NULL,
    CONSTRAINT pk_app_user_login PRIMARY KEY (login_provider, provider_key),
    CONSTRAINT fk_app_user_login_user_id FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
);


CREATE TABLE app_user_role (
    user_id bigint NOT NULL,
    role_id bigint NOT NULL,
    CONSTRAINT pk_app_user_role PRIMARY KEY (user_id, role_id),
    CONSTRAINT fk_app_user_role_role_id FOREIGN KEY (role_id) REFERENCES app_role (id) ON DELETE CASCADE,
    CONSTRAINT fk_app_user_role_user_id FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
);


CREATE TABLE app_user_token (
    user_id bigint NOT NULL,
    login_provider text NOT NULL,
    name text NOT NULL,
    value text,
    CONSTRAINT pk_app_user_token PRIMARY KEY (user_id, login_provider, name),
    CONSTRAINT fk_app_user_token_user_id FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
);


CREATE TABLE case_file (
    id bigint NOT NULL,
    version integer NOT NULL,
    number text NOT NULL,
    circle_id bigint NOT NULL,
    obligor_id bigint NOT NULL,
    custodian_id bigint NOT NULL,
    policy text NOT NULL,
    office_id bigint NOT NULL,
    worker_id bigint,
    ivd_type text NOT NULL,
    status text NOT NULL,
    snap_mandatory boolean NOT NULL,
    opened_on date NOT NULL,
    closed_on date,
    CONSTRAINT pk_case_file PRIMARY KEY (id),
    CONSTRAINT fk_case_file_custodian_id FOREIGN KEY (custodian_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_case_file_obligor_id FOREIGN KEY (obligor_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_case_file_office_id FOREIGN KEY (office_id) REFERENCES office (id) ON DELETE RESTRICT,
    CONSTRAINT fk_case_file_worker_id FOREIGN KEY (worker_id) REFERENCES app_user (id) ON DELETE RESTRICT
);


CREATE TABLE assistance_grant (
    id bigint NOT NULL,
    version integer NOT NULL,
    natural_key text NOT NULL,
    spell_id bigint,
    custodian_id bigint NOT NULL,
    program text NOT NULL,
    month integer NOT NULL,
    effective_on date NOT NULL,
    amount bigint NOT NULL,
    member_id bigint,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_assistance_grant PRIMARY KEY (id),
    CONSTRAINT fk_assistance_grant_custodian_id FOREIGN KEY (custodian_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_assistance_grant_member_id FOREIGN KEY (member_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_assistance_grant_spell_id FOREIGN KEY (spell_id) REFERENCES assistance_spell (id) ON DELETE RESTRICT
);


CREATE TABLE spell_member (
    id bigint NOT NULL,
    version integer NOT NULL,
    spell_id bigint NOT NULL,
    person_id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT pk_spell_member PRIMARY KEY (id),
    CONSTRAINT fk_spell_member_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_spell_member_spell_id FOREIGN KEY (spell_id) REFERENCES assistance_spell (id) ON DELETE RESTRICT
);


CREATE TABLE disbursement (
    id bigint NOT NULL,
    natural_key text NOT NULL,
    file_id bigint,
    payee_id bigint NOT NULL,
    method text NOT NULL,
    amount bigint NOT NULL,
    on_day date NOT NULL,
    bank_account_id bigint,
    trace text,
    status text NOT NULL,
    stub_json text NOT NULL,
    CONSTRAINT pk_disbursement PRIMARY KEY (id),
    CONSTRAINT fk_disbursement_bank_account_id FOREIGN KEY (bank_account_id) REFERENCES bank_account (id) ON DELETE RESTRICT,
    CONSTRAINT fk_disbursement_file_id FOREIGN KEY (file_id) REFERENCES disbursement_file (id) ON DELETE RESTRICT,
    CONSTRAINT fk_disbursement_payee_id FOREIGN KEY (payee_id) REFERENCES person (id) ON DELETE RESTRICT
);


CREATE TABLE payee_method (
    id bigint NOT NULL,
    version integer NOT NULL,
    person_id bigint NOT NULL,
    method text NOT NULL,
    bank_account_id bigint,
    fips text,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT pk_payee_method PRIMARY KEY (id),
    CONSTRAINT fk_payee_method_bank_account_id FOREIGN KEY (bank_account_id) REFERENCES bank_account (id) ON DELETE RESTRICT,
    CONSTRAINT fk_payee_method_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT
);


CREATE TABLE case_event (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    on_day date NOT NULL,
    kind text NOT NULL,
    text text NOT NULL,
    source_key text NOT NULL,
    CONSTRAINT pk_case_event PRIMARY KEY (id),
    CONSTRAINT fk_case_event_case_id FOREIGN KEY (case_id) REFERENCES case_file (id) ON DELETE RESTRICT
);


CREATE TABLE determination (
    id bigint NOT NULL,
    version integer NOT NULL,
    natural_key text NOT NULL,
    case_id bigint NOT NULL,
    number integer NOT NULL,
    edition integer NOT NULL,
    state text NOT NULL,
    purpose text NOT NULL,
    law_date date NOT NULL,
    status text NOT NULL,
    obligor_id bigint NOT NULL,
    other_parent_id bigint,
    started_on date NOT NULL,
    completed_on date,
    decided_on date,
    decided_by text NOT NULL,
    decision text NOT NULL,
    accepted_ordinal integer,
    CONSTRAINT pk_determination PRIMARY KEY (id),
    CONSTRAINT fk_determination_case_id FOREIGN KEY (case_id) REFERENCES case_file (id) ON DELETE RESTRICT,
    CONSTRAINT fk_determination_obligor_id FOREIGN KEY (obligor_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_determination_other_parent_id FOREIGN KEY (other_parent_id) REFERENCES person (id) ON DELETE RESTRICT
);


CREATE TABLE participant (
    id bigint NOT NULL,
    version integer NOT NULL,
    case_id bigint NOT NULL,
    person_id bigint NOT NULL,
    role text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT pk_participant PRIMARY KEY (id),
    CONSTRAINT fk_participant_case_id FOREIGN KEY (case_id) REFERENCES case_file (id) ON DELETE RESTRICT,
    CONSTRAINT fk_participant_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT
);


CREATE TABLE support_order (
    id bigint NOT NULL,
    version integer NOT NULL,
    case_id bigint NOT NULL,
    tribunal text NOT NULL,
    docket text NOT NULL,
    issuing_state text NOT NULL,
    signed_on date NOT NULL,
    effective_on date NOT NULL,
    ends_on date,
    CONSTRAINT pk_support_order PRIMARY KEY (id),
    CONSTRAINT fk_support_order_case_id FOREIGN KEY (case_id) REFERENCES case_file (id) ON DELETE RESTRICT
);


CREATE TABLE work_task (
    id bigint NOT NULL,
    case_id bigint,
    person_id bigint,
    kind text NOT NULL,
    title text NOT NULL,
    reason text NOT NULL,
    citation text NOT NULL,
    owner text NOT NULL,
    due_on date NOT NULL,
    created_on date NOT NULL,
    done_on date,
    done_by bigint,
    outcome text,
    CONSTRAINT pk_work_task PRIMARY KEY (id),
    CONSTRAINT fk_work_task_case_id FOREIGN KEY (case_id) REFERENCES case_file (id) ON DELETE RESTRICT,
    CONSTRAINT fk_work_task_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT
);


CREATE TABLE support_scenario (
    id bigint NOT NULL,
    version integer NOT NULL,
    determination_id bigint NOT NULL,
    ordinal integer NOT NULL,
    name text NOT NULL,
    typed_json text NOT NULL,
    facts_json text NOT NULL,
    result_json text NOT NULL,
    faults_json text NOT NULL,
    law_version text NOT NULL,
    removed boolean NOT NULL,
    CONSTRAINT pk_support_scenario PRIMARY KEY (id),
    CONSTRAINT fk_support_scenario_determination_id FOREIGN KEY (determination_id) REFERENCES determination (id) ON DELETE RESTRICT
);


CREATE TABLE obligation (
    id bigint NOT NULL,
    version integer NOT NULL,
    order_id bigint NOT NULL,
    case_id bigint NOT NULL,
    natural_key text NOT NULL,
    kind text NOT NULL,
    supported_person_id bigint,
    joint_group text,
    secondary boolean NOT NULL,
    end_rule text NOT NULL,
    ends_on date,
    end_state text,
    end_event text NOT NULL,
    prorate_partial boolean NOT NULL,
    direct_to_medicaid boolean NOT NULL,
    CONSTRAINT pk_obligation PRIMARY KEY (id),
    CONSTRAINT fk_obligation_case_id FOREIGN KEY (case_id) REFERENCES case_file (id) ON DELETE RESTRICT,
    CONSTRAINT fk_obligation_order_id FOREIGN KEY (order_id) REFERENCES support_order (id) ON DELETE RESTRICT,
    CONSTRAINT fk_obligation_supported_person_id FOREIGN KEY (supported_person_id) REFERENCES person (id) ON DELETE RESTRICT
);


CREATE TABLE order_proposal (
    id bigint NOT NULL,
    version integer NOT NULL,
    case_id bigint NOT NULL,
    determination_id bigint NOT NULL,
    status text NOT NULL,
    frequency text NOT NULL,
    begins_on date NOT NULL,
    order_id bigint,
    entered_on date,
    CONSTRAINT pk_order_proposal PRIMARY KEY (id),
    CONSTRAINT fk_order_proposal_case_id FOREIGN KEY (case_id) REFERENCES case_file (id) ON DELETE RESTRICT,
    CONSTRAINT fk_order_proposal_determination_id FOREIGN KEY (determination_id) REFERENCES determination (id) ON DELETE RESTRICT,
    CONSTRAINT fk_order_proposal_order_id FOREIGN KEY (order_id) REFERENCES support_order (id) ON DELETE RESTRICT
);


CREATE TABLE receipt (
    id bigint NOT NULL,
    natural_key text NOT NULL,
    source text NOT NULL,
    tender text NOT NULL,
    amount bigint NOT NULL,
    net_amount bigint NOT NULL,
    collected_on date NOT NULL,
    received_on date NOT NULL,
    withheld_on date,
    obligor_id bigint,
    directed_case_id bigint,
    directed_order_id bigint,
    employer_id bigint,
    joint_return boolean NOT NULL,
    notice_on date,
    payor_name text NOT NULL,
    ssn_digits text,
    check_number text NOT NULL,
    batch_id bigint,
    inbound_item_id bigint,
    status text NOT NULL,
    returned_amount bigint NOT NULL,
    returned_on date,
    return_reason text,
    manual_json text,
    protected boolean NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_receipt PRIMARY KEY (id),
    CONSTRAINT fk_receipt_batch_id FOREIGN KEY (batch_id) REFERENCES receipt_batch (id) ON DELETE RESTRICT,
    CONSTRAINT fk_receipt_directed_case_id FOREIGN KEY (directed_case_id) REFERENCES case_file (id) ON DELETE RESTRICT,
    CONSTRAINT fk_receipt_directed_order_id FOREIGN KEY (directed_order_id) REFERENCES support_order (id) ON DELETE RESTRICT,
    CONSTRAINT fk_receipt_employer_id FOREIGN KEY (employer_id) REFERENCES employer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_receipt_inbound_item_id FOREIGN KEY (inbound_item_id) REFERENCES inbound_item (id) ON DELETE RESTRICT,
    CONSTRAINT fk_receipt_obligor_id FOREIGN KEY (obligor_id) REFERENCES person (id) ON DELETE RESTRICT
);


CREATE TABLE input_evidence (
    id bigint NOT NULL,
    version integer NOT NULL,
    scenario_id bigint NOT NULL,
    path text NOT NULL,
    kind text NOT NULL,
    said_by text NOT NULL,
    document text NOT NULL,
    document_date date,
    reason text NOT NULL,
    conditions_json text NOT NULL,
    working_json text NOT NULL,
    worked bigint,
    voided boolean NOT NULL,
    CONSTRAINT pk_input_evidence PRIMARY KEY (id),
    CONSTRAINT fk_input_evidence_scenario_id FOREIGN KEY (scenario_id) REFERENCES support_scenario (id) ON DELETE RESTRICT
);


CREATE TABLE support_finding (
    id bigint NOT NULL,
    version integer NOT NULL,
    scenario_id bigint NOT NULL,
    code text NOT NULL,
    says text NOT NULL,
    found_by text NOT NULL,
    found_on date NOT NULL,
    reason text NOT NULL,
    voided boolean NOT NULL,
    CONSTRAINT pk_support_finding PRIMARY KEY (id),
    CONSTRAINT fk_support_finding_scenario_id FOREIGN KEY (scenario_id) REFERENCES support_scenario (id) ON DELETE RESTRICT
);


CREATE TABLE adjustment (
    id bigint NOT NULL,
    version integer NOT NULL,
    natural_key text NOT NULL,
    case_id bigint NOT NULL,
    obligation_id bigint NOT NULL,
    debt_class text,
    month integer NOT NULL,
    amount bigint NOT NULL,
    on_day date NOT NULL,
    reason text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_adjustment PRIMARY KEY (id),
    CONSTRAINT fk_adjustment_case_id FOREIGN KEY (case_id) REFERENCES case_file (id) ON DELETE RESTRICT,
    CONSTRAINT fk_adjustment_obligation_id FOREIGN KEY (obligation_id) REFERENCES obligation (id) ON DELETE RESTRICT
);


CREATE TABLE obligation_term (
    id bigint NOT NULL,
    version integer NOT NULL,
    obligation_id bigint NOT NULL,
    amount bigint NOT NULL,
    frequency text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    anchor_date date NOT NULL,
    due_day2 integer,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_obligation_term PRIMARY KEY (id),
    CONSTRAINT fk_obligation_term_obligation_id FOREIGN KEY (obligation_id) REFERENCES obligation (id) ON DELETE RESTRICT
);


CREATE TABLE opening_balance (
    id bigint NOT NULL,
    version integer NOT NULL,
    case_id bigint NOT NULL,
    obligation_id bigint NOT NULL,
    debt_class text NOT NULL,
    month integer NOT NULL,
    amount bigint NOT NULL,
    as_of date NOT NULL,
    source_document text NOT NULL,
    audited boolean NOT NULL,
    CONSTRAINT pk_opening_balance PRIMARY KEY (id),
    CONSTRAINT fk_opening_balance_case_id FOREIGN KEY (case_id) REFERENCES case_file (id) ON DELETE RESTRICT,
    CONSTRAINT fk_opening_balance_obligation_id FOREIGN KEY (obligation_id) REFERENCES obligation (id) ON DELETE RESTRICT
);


CREATE TABLE proposed_obligation (
    id bigint NOT NULL,
    version integer NOT NULL,
    proposal_id bigint NOT NULL,
    ordinal integer NOT NULL,
    kind text NOT NULL,
    payment_kind text NOT NULL,
    supported_person_id bigint NOT NULL,
    amount bigint NOT NULL,
    citation text NOT NULL,
    obligation_key text NOT NULL,
    CONSTRAINT pk_proposed_obligation PRIMARY KEY (id),
    CONSTRAINT fk_proposed_obligation_proposal_id FOREIGN KEY (proposal_id) REFERENCES order_proposal (id) ON DELETE RESTRICT,
    CONSTRAINT fk_proposed_obligation_supported_person_id FOREIGN KEY (supported_person_id) REFERENCES person (id) ON DELETE RESTRICT
);


CREATE TABLE hold (
    id bigint NOT NULL,
    receipt_id bigint,
    case_id bigint,
    payee_id bigint,
    amount bigint NOT NULL,
    reason text NOT NULL,
    citation text NOT NULL,
    owner text NOT NULL,
    placed_on date NOT NULL,
    review_on date NOT NULL,
    release_on date,
    released_on date,
    released_by bigint,
    release_reason text,
    status text NOT NULL,
    CONSTRAINT pk_hold PRIMARY KEY (id),
    CONSTRAINT fk_hold_case_id FOREIGN KEY (case_id) REFERENCES case_file (id) ON DELETE RESTRICT,
    CONSTRAINT fk_hold_payee_id FOREIGN KEY (payee_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_hold_receipt_id FOREIGN KEY (receipt_id) REFERENCES receipt (id) ON DELETE RESTRICT
);


CREATE TABLE identification (
    id bigint NOT NULL,
    receipt_id bigint NOT NULL,
    obligor_id bigint NOT NULL,
    rule text NOT NULL,
    why_text text NOT NULL,
    by_user bigint NOT NULL,
    at_time timestamp with time zone NOT NULL,
    undone boolean NOT NULL,
    CONSTRAINT pk_identification PRIMARY KEY (id),
    CONSTRAINT fk_identification_obligor_id FOREIGN KEY (obligor_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_identification_receipt_id FOREIGN KEY (receipt_id) REFERENCES receipt (id) ON DELETE RESTRICT
);


CREATE TABLE recovery (
    id bigint NOT NULL,
    payee_id bigint NOT NULL,
    case_id bigint,
    receipt_id bigint,
    amount bigint NOT NULL,
    recovered bigint NOT NULL,
    consent text NOT NULL,
    consent_on date,
    ppm bigint NOT NULL,
    status text NOT NULL,
    CONSTRAINT pk_recovery PRIMARY KEY (id),
    CONSTRAINT fk_recovery_case_id FOREIGN KEY (case_id) REFERENCES case_file (id) ON DELETE RESTRICT,
    CONSTRAINT fk_recovery_payee_id FOREIGN KEY (payee_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_recovery_receipt_id FOREIGN KEY (receipt_id) REFERENCES receipt (id) ON DELETE RESTRICT
);


CREATE TABLE payable (
    id bigint NOT NULL,
    payee_id bigint NOT NULL,
    payee_kind text NOT NULL,
    case_id bigint,
    receipt_id bigint,
    entry_key text NOT NULL,
    amount bigint NOT NULL,
    due_on date NOT NULL,
    clock_id text NOT NULL,
    status text NOT NULL,
    hold_id bigint,
    disbursement_id bigint,
    created_on date NOT NULL,
    CONSTRAINT pk_payable PRIMARY KEY (id),
    CONSTRAINT fk_payable_case_id FOREIGN KEY (case_id) REFERENCES case_file (id) ON DELETE RESTRICT,
    CONSTRAINT fk_payable_disbursement_id FOREIGN KEY (disbursement_id) REFERENCES disbursement (id) ON DELETE RESTRICT,
    CONSTRAINT fk_payable_hold_id FOREIGN KEY (hold_id) REFERENCES hold (id) ON DELETE RESTRICT,
    CONSTRAINT fk_payable_payee_id FOREIGN KEY (payee_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_payable_receipt_id FOREIGN KEY (receipt_id) REFERENCES receipt (id) ON DELETE RESTRICT
);


CREATE INDEX ix_address_person_id ON address (person_id);


CREATE INDEX ix_adjustment_case_id ON adjustment (case_id);


CREATE UNIQUE INDEX ux_adjustment_natural_key ON adjustment (natural_key);


CREATE INDEX ix_api_token_user_id ON api_token (user_id);


CREATE UNIQUE INDEX ux_api_token_token_hash ON api_token (token_hash);


CREATE UNIQUE INDEX ux_app_role_normalized_name ON app_role (normalized_name);


CREATE INDEX ix_app_user_normalized_email ON app_user (normalized_email);


CREATE UNIQUE INDEX ux_app_user_normalized_user_name ON app_user (normalized_user_name);


CREATE INDEX ix_assistance_grant_custodian_id ON assistance_grant (custodian_id);


CREATE UNIQUE INDEX ux_assistance_grant_natural_key ON assistance_grant (natural_key);


CREATE INDEX ix_assistance_spell_custodian_id ON assistance_spell (custodian_id);


CREATE INDEX ix_audit_event_object_kind_object_id ON audit_event (object_kind, object_id);


CREATE INDEX ix_audit_event_user_id_at_time ON audit_event (user_id, at_time);


CREATE INDEX ix_bank_account_person_id ON bank_account (person_id);


CREATE UNIQUE INDEX ux_batch_partition_step_id_number ON batch_partition (step_id, number);


CREATE UNIQUE INDEX ux_batch_run_key ON batch_run (key);


CREATE UNIQUE INDEX ux_batch_step_run_id_ordinal ON batch_step (run_id, ordinal);


CREATE INDEX ix_case_event_case_id_on_day ON case_event (case_id, on_day);


CREATE UNIQUE INDEX ux_case_event_source_key ON case_event (source_key);


CREATE INDEX ix_case_file_circle_id ON case_file (circle_id);


CREATE INDEX ix_case_file_custodian_id ON case_file (custodian_id);


CREATE INDEX ix_case_file_obligor_id ON case_file (obligor_id);


CREATE INDEX ix_case_file_worker_id ON case_file (worker_id);


CREATE UNIQUE INDEX ux_case_file_number ON case_file (number);


CREATE INDEX ix_chain_link_commit_id ON chain_link (commit_id);


CREATE INDEX ix_circle_merge_into_id ON circle_merge (into_id);


CREATE INDEX ix_determination_case_id ON determination (case_id);


CREATE UNIQUE INDEX ux_determination_natural_key ON determination (natural_key);


CREATE INDEX ix_disbursement_file_id ON disbursement (file_id);


CREATE INDEX ix_disbursement_payee_id ON disbursement (payee_id);


CREATE INDEX ix_disbursement_trace ON disbursement (trace);


CREATE UNIQUE INDEX ux_disbursement_natural_key ON disbursement (natural_key);


CREATE UNIQUE INDEX ux_disbursement_file_identity ON disbursement_file (identity);


CREATE INDEX ix_employer_search_name ON employer (search_name);


CREATE UNIQUE INDEX ux_employer_fein ON employer (fein);


CREATE INDEX ix_employer_alias_employer_id ON employer_alias (employer_id);


CREATE INDEX ix_employer_alias_search_name ON employer_alias (search_name);


CREATE INDEX ix_employment_employer_id ON employment (employer_id);


CREATE INDEX ix_employment_person_id ON employment (person_id);


CREATE INDEX ix_fact_change_entity_entity_id ON fact_change (entity, entity_id);


CREATE INDEX ix_hold_case_id ON hold (case_id);


CREATE INDEX ix_hold_receipt_id ON hold (receipt_id);


CREATE INDEX ix_hold_status_review_on ON hold (status, review_on);


CREATE INDEX ix_identification_receipt_id ON identification (receipt_id);


CREATE INDEX ix_inbound_file_content_key ON inbound_file (content_key);


CREATE INDEX ix_inbound_file_file_key ON inbound_file (file_key);


CREATE INDEX ix_inbound_item_file_id ON inbound_item (file_id);


CREATE UNIQUE INDEX ux_inbound_item_item_key ON inbound_item (item_key);


CREATE INDEX ix_input_evidence_scenario_id ON input_evidence (scenario_id);


CREATE INDEX ix_journal_entry_circle_id ON journal_entry (circle_id) WHERE circle_id <> 0;


CREATE INDEX ix_journal_entry_commit_id ON journal_entry (commit_id);


CREATE INDEX ix_journal_entry_receipt_id ON journal_entry (receipt_id) WHERE receipt_id is not null;


CREATE UNIQUE INDEX ux_journal_entry_key_version ON journal_entry (key, version);


CREATE INDEX ix_obligation_case_id ON obligation (case_id);


CREATE UNIQUE INDEX ux_obligation_natural_key ON obligation (natural_key);


CREATE INDEX ix_obligation_term_obligation_id ON obligation_term (obligation_id);


CREATE UNIQUE INDEX ux_office_code ON office (code);


CREATE INDEX ix_opening_balance_case_id ON opening_balance (case_id);


CREATE INDEX ix_order_proposal_determination_id ON order_proposal (determination_id);


CREATE INDEX ix_outbox_message_sent_at ON outbox_message (sent_at);


CREATE INDEX ix_overpayment_choice_person_id ON overpayment_choice (person_id);


CREATE INDEX ix_participant_case_id ON participant (case_id);


CREATE INDEX ix_participant_person_id ON participant (person_id);


CREATE INDEX ix_payable_disbursement_id ON payable (disbursement_id) WHERE disbursement_id is not null;


CREATE INDEX ix_payable_receipt_id ON payable (receipt_id);


CREATE INDEX ix_payable_status_due_on ON payable (status, due_on);


CREATE INDEX ix_payee_method_person_id ON payee_method (person_id);


CREATE INDEX ix_person_search_name ON person (search_name);


CREATE INDEX ix_person_ssn_digits ON person (ssn_digits);


CREATE UNIQUE INDEX ux_person_number ON person (number);


CREATE INDEX ix_person_alias_person_id ON person_alias (person_id);


CREATE INDEX ix_person_alias_search_name ON person_alias (search_name);


CREATE INDEX ix_phone_person_id ON phone (person_id);


CREATE UNIQUE INDEX ux_proposed_obligation_proposal_id_ordinal ON proposed_obligation (proposal_id, ordinal);


CREATE INDEX ix_receipt_obligor_id ON receipt (obligor_id);


CREATE INDEX ix_receipt_received_on_id ON receipt (received_on, id);


CREATE INDEX ix_receipt_status_received_on ON receipt (status, received_on);


CREATE UNIQUE INDEX ux_receipt_natural_key ON receipt (natural_key);


CREATE INDEX ix_recovery_payee_id ON recovery (payee_id);


CREATE INDEX ix_sign_in_session_user_id ON sign_in_session (user_id);


CREATE UNIQUE INDEX ux_sign_in_session_key_hash ON sign_in_session (key_hash);


CREATE INDEX ix_spell_member_spell_id ON spell_member (spell_id);


CREATE INDEX ix_support_finding_scenario_id ON support_finding (scenario_id);


CREATE INDEX ix_support_order_case_id ON support_order (case_id);


CREATE INDEX ix_support_order_docket ON support_order (docket);


CREATE UNIQUE INDEX ux_support_scenario_determination_id_ordinal ON support_scenario (determination_id, ordinal);


CREATE INDEX ix_work_task_case_id ON work_task (case_id);


CREATE INDEX ix_work_task_owner_done_on_due_on ON work_task (owner, done_on, due_on);
