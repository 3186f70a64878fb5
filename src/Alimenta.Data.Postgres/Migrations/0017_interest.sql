-- What a run of interest counted in each case through its business date. It stands beside the books: no debt is raised by it.
CREATE TABLE interest_statement (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    through_on date NOT NULL,
    interest bigint NOT NULL,
    unpaid bigint NOT NULL,
    not_counted bigint NOT NULL,
    run_id bigint NOT NULL,
    CONSTRAINT pk_interest_statement PRIMARY KEY (id),
    CONSTRAINT fk_interest_statement_case_id FOREIGN KEY (case_id) REFERENCES case_file (id) ON DELETE RESTRICT,
    CONSTRAINT fk_interest_statement_run_id FOREIGN KEY (run_id) REFERENCES batch_run (id) ON DELETE RESTRICT
);


CREATE INDEX ix_interest_statement_run_id ON interest_statement (run_id);


CREATE UNIQUE INDEX ux_interest_statement_case_id_through_on ON interest_statement (case_id, through_on);
