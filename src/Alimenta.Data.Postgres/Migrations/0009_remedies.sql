-- Who owes enough for a remedy, over spans of business days. A nightly run writes what changed; what runs today has no end.
CREATE TABLE remedy_selection (
    id bigint NOT NULL,
    obligor_id bigint NOT NULL,
    policy text NOT NULL,
    remedy text NOT NULL,
    debt text NOT NULL,
    standing text NOT NULL,
    reason text NOT NULL,
    amount bigint NOT NULL,
    facts text NOT NULL,
    since date NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    ended text,
    run_id bigint NOT NULL,
    end_run_id bigint,
    CONSTRAINT pk_remedy_selection PRIMARY KEY (id),
    CONSTRAINT fk_remedy_selection_end_run_id FOREIGN KEY (end_run_id) REFERENCES batch_run (id) ON DELETE RESTRICT,
    CONSTRAINT fk_remedy_selection_obligor_id FOREIGN KEY (obligor_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_remedy_selection_run_id FOREIGN KEY (run_id) REFERENCES batch_run (id) ON DELETE RESTRICT
);


CREATE INDEX ix_remedy_selection_obligor_id ON remedy_selection (obligor_id);


CREATE UNIQUE INDEX ux_remedy_selection_obligor_id_policy_remedy_debt ON remedy_selection (obligor_id, policy, remedy, debt) WHERE valid_to is null;


-- The lists: who stands how, for all remedies or one, the latest first; what ended; what a run changed. The second adds up each remedy from the index alone.
create index ix_remedy_selection_open on remedy_selection (standing, since, id) where valid_to is null;
create index ix_remedy_selection_open_remedy on remedy_selection (remedy, debt, standing, since, id) include (amount) where valid_to is null;
create index ix_remedy_selection_ended on remedy_selection (valid_to, id) where ended <> 'changed';
create index ix_remedy_selection_ended_remedy on remedy_selection (remedy, debt, valid_to, id) where ended <> 'changed';
create index ix_remedy_selection_run on remedy_selection (run_id, id);
create index ix_remedy_selection_end_run on remedy_selection (end_run_id, id) where end_run_id is not null;
