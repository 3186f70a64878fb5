-- The rows behind the facts of a circle in one text: a payment reads this row in place of those of ten tables. A cache, dropped below by whoever changes one of those rows.
CREATE TABLE kept_facts (
    circle_id bigint NOT NULL,
    facts_text text NOT NULL,
    CONSTRAINT pk_kept_facts PRIMARY KEY (circle_id)
);


-- Looks at what a statement changed: tg_argv[0] joins the changed rows x to the circles c, tg_argv[1] names the columns that count. It locks the circles first: whoever reads their facts to keep them has them locked, and
-- what he keeps is then seen and dropped here.
create function drop_kept_facts() returns trigger language plpgsql as $$
declare
    changed text := case tg_op when 'INSERT' then 'fresh' when 'DELETE' then 'gone'
        else format('((select %1$s from gone except select %1$s from fresh) union all (select %1$s from fresh except select %1$s from gone))', tg_argv[1]) end;
    circles bigint[];
begin
    execute format('select array_agg(distinct c.circle_id) from %s x %s', changed, tg_argv[0]) into circles;
    perform from circle_state where circle_id = any(circles) order by circle_id for update;
    delete from kept_facts where circle_id = any(circles);
    return null;
end $$;

do $$
declare
    facts record;
begin
    for facts in values ('case_file', 'cross join lateral (select x.circle_id) c', 'id, number, circle_id, obligor_id, custodian_id, policy, snap_mandatory'),
        ('support_order', 'join case_file c on c.id = x.case_id', '*'),
        ('obligation', 'join case_file c on c.id = x.case_id', '*'),
        ('obligation_term', 'join obligation o on o.id = x.obligation_id join case_file c on c.id = o.case_id', '*'),
        ('opening_balance', 'join case_file c on c.id = x.case_id', '*'),
        ('adjustment', 'join case_file c on c.id = x.case_id', '*'),
        ('assistance_spell', 'join case_file c on c.custodian_id = x.custodian_id', '*'),
        ('spell_member', 'join assistance_spell s on s.id = x.spell_id join case_file c on c.custodian_id = s.custodian_id', '*'),
        ('assistance_grant', 'join case_file c on c.custodian_id = x.custodian_id', '*'),
        ('overpayment_choice', 'join case_file c on c.obligor_id = x.person_id', '*') loop
        execute format('create trigger facts_of_new after insert on %I referencing new table as fresh for each statement execute function drop_kept_facts(%L, %L)', facts.column1, facts.column2, facts.column3);
        execute format('create trigger facts_of_changed after update on %I referencing old table as gone new table as fresh for each statement execute function drop_kept_facts(%L, %L)', facts.column1, facts.column2, facts.column3);
        execute format('create trigger facts_of_deleted after delete on %I referencing old table as gone for each statement execute function drop_kept_facts(%L, %L)', facts.column1, facts.column2, facts.column3);
    end loop;
end $$;
