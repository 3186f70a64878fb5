-- What a run of interest counted in each case through its business date. It stands beside the books: no debt is raised by it.
CREATE TABLE "interest_statement" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_interest_statement" PRIMARY KEY,
    "case_id" INTEGER NOT NULL,
    "through_on" TEXT NOT NULL,
    "interest" INTEGER NOT NULL,
    "unpaid" INTEGER NOT NULL,
    "not_counted" INTEGER NOT NULL,
    "run_id" INTEGER NOT NULL,
    CONSTRAINT "fk_interest_statement_case_id" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_interest_statement_run_id" FOREIGN KEY ("run_id") REFERENCES "batch_run" ("id") ON DELETE RESTRICT
);


CREATE INDEX "ix_interest_statement_run_id" ON "interest_statement" ("run_id");


CREATE UNIQUE INDEX "ux_interest_statement_case_id_through_on" ON "interest_statement" ("case_id", "through_on");
